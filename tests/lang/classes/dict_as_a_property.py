# A class may define __dict__ itself; attributes are where they always are.
class Shown:
    __dict__ = property(lambda self: {"a": 2})
    __weakref__ = "mine"


s = Shown()
s.b = 1
print(vars(s), s.__dict__, s.b, s.__weakref__, dir(s)[-2:])


class Mapping:
    def __getitem__(self, key):
        if key == "a":
            return 12
        raise KeyError(key)

    def keys(self):
        return list("xyz")


print(eval("a", globals(), Mapping()), eval("dir()", globals(), Mapping()))
try:
    sum([bytearray(b"a")], bytearray())
except TypeError as error:
    print(error)
