# An operand of a class's __dict__ sees a dict, and cannot change the class by it. (CPython shows the class's own, and dies.)
class Owner:
    def method(self): return "a method"

def call(owner): return owner.method()

class Intruder:
    def __eq__(self, other): return self.change(other)
    def __ror__(self, other): return self.change(other)
    def change(self, other):
        other["method"] = None
        return type(other).__name__, len(other) == len(vars(Owner))

owner = Owner()
for i in range(30): call(owner)
print(vars(Owner) == Intruder(), vars(Owner) | Intruder())
print(call(owner))
print(vars(Owner) == dict(vars(Owner)), vars(Owner) == vars(Intruder), (vars(Owner) | {"a": 1}).keys() - vars(Owner))
