# Instances of a subclass learn how much room attributes need, and the ones that come after get it.
import copy
import types


class Options(types.SimpleNamespace):
    pass


first = Options(a=1, b=2)
for i in range(4):
    first.__setattr__("more%d" % i, i)
for n in (3, 12, 40):
    made = [Options(**{"x%d" % i: i for i in range(n)}) for _ in range(3)]
    print(made[0] == made[2], len(vars(made[1])), sum(vars(made[2]).values()))
print(copy.replace(first, a=5), copy.copy(first) == first, copy.deepcopy(first).more3)
print(types.SimpleNamespace({"a": 1}, b=2), repr(Options()))
