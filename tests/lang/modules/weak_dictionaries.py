import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Thing(%r)" % self.name


a, b = Thing("a"), Thing("b")
values = weakref.WeakValueDictionary(one=a, two=b)
print(sorted(values), len(values), values["one"], values.get("three"), "two" in values, sorted(values.items(), key=str))
del b
print(sorted(values), len(values), "two" in values, values.pop("two", "gone"), values.setdefault("two", a))
keys = weakref.WeakKeyDictionary()
c = Thing("c")
keys[a], keys[c] = 1, 2
print(len(keys), keys[a], list(keys.items()), keys.get(Thing("x"), 0), a in keys, 5 in keys)
del c
print(len(keys), dict(keys))
group = weakref.WeakSet([a, Thing("gone")])
print(len(group), a in group, list(group))
group.discard(a)
print(len(group), group == weakref.WeakSet())
gc.disable()
loop = Thing("loop")
loop.self = loop
values["loop"] = loop
del loop
print("loop" in values, gc.collect() > 0, "loop" in values)
try:
    values["missing"]
except KeyError as error:
    print("KeyError:", error)
