"""dict() and update() ask for keys, and ask again to call them; ** asks once, and any AttributeError then says no mapping."""
class Counted:
    asked = 0

    def __getattribute__(self, name):
        Counted.asked += name == "keys"
        return object.__getattribute__(self, name)

    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        return 1


class Inner:
    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        raise AttributeError("inner")


class Dict(dict):
    def __iter__(self):
        return iter("z")

    def keys(self):
        raise AttributeError("own")


def called(**names):
    return names


def attempt(function, value):
    try:
        print(function(value), end=" ")
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error, end=" ")


ways = (dict, {}.update, {}.__ior__, lambda x: {**x}, lambda x: called(**x))
for way in ways:
    Counted.asked = 0
    attempt(way, Counted())
    print(Counted.asked)
for value in (Inner(), Dict(a=1), 5, [(1, 2)]):
    for way in ways:
        attempt(way, value)
        print()
for callee in (5, None, "text"):
    for names in ({1: 2}, {"a": 1}):
        attempt(lambda x: callee(**x), names)
        attempt(lambda x: callee(1, *[2], **x), names)
        print()
attempt(lambda x: len(**x), {1: 2})
attempt(lambda x: called(**x), {1: 2})
print()
