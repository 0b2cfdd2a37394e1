# Types that have object's __getattribute__ under their own name.
for kind in (bool, bytearray, bytes, complex, dict, enumerate, filter, float, frozenset, int, list, map, memoryview, object,
             property, range, reversed, set, slice, str, super, tuple, type, zip, staticmethod, classmethod):
    print(kind.__name__, "__getattribute__" in vars(kind))
print(list.__getattribute__([1], "count")(1), (5).__getattribute__("real"))


class Derived(list):
    def __getattribute__(self, name):
        return "got " + name if name == "foo" else super().__getattribute__(name)


print(Derived([1, 2]).foo, Derived([1, 2]).count(1), Derived([3]))
