# An attribute of a class is replaced that another base hides from a class with both.
class Far: value = 1
class Near(Far): value = 2
class Both(Near, Far): pass
class Below(Both): pass

def load(o): return o.value

print([load(o) for o in (Far, Near, Both, Below, Both(), Below())])
for i in range(30):
    for o in (Far, Near, Both, Below, Both(), Below()): load(o)
Far.value = 3
print([load(o) for o in (Far, Near, Both, Below, Both(), Below())])
Near.value = 4
print([load(o) for o in (Far, Near, Both, Below, Both(), Below())])
del Near.value
print([load(o) for o in (Far, Near, Both, Below, Both(), Below())])
Far.value = 5
print([load(o) for o in (Far, Near, Both, Below, Both(), Below())])

class Reordering(type):
    def mro(cls): return [cls, Hider, *super().mro()[1:]]
class Hider: value = "hidden"
class Ordered(Far, metaclass=Reordering): pass
print(load(Ordered), load(Ordered()))
Far.value = 6
print(load(Ordered), load(Ordered()))
