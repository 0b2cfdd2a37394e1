# A value in a class becomes a descriptor, or ceases to be one, after it was read at the same places many times.
class Value: pass
class Owner: value = Value()

def load(a): return a.value
def store(a, v): a.value = v

plain, hiding, later = Owner(), Owner(), Owner()
for i in range(40):
    load(plain), load(Owner), store(hiding, i), load(hiding)
Value.__get__ = lambda self, instance, owner: ("got", instance is not None)
print(load(plain), load(Owner), load(hiding), load(later))
Value.__set__ = lambda self, instance, v: print("set", v)
store(hiding, "a")
store(later, "b")
print(load(hiding), load(later), vars(hiding), vars(later))
del Value.__get__, Value.__set__
print(type(load(plain)).__name__, type(load(Owner)).__name__, load(hiding))

class Nothing: pass
class Getter:
    def __get__(self, instance, owner): return "computed"
class Both(Getter):
    def __set__(self, instance, v): print("stored", v)
class Other: value = Nothing()

other = Other()
for i in range(20): load(other)
vars(Other)["value"].__class__ = Getter
print(load(other))
for i in range(20): store(other, i)
print(load(other))
vars(Other)["value"].__class__ = Both
store(other, 99)
print(load(other), vars(other))
Getter.__bases__, Both.__bases__ = (Nothing,), (Nothing,)
vars(Other)["value"].__class__ = Nothing
print(load(other))
