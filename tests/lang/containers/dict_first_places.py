"""Keys that stand at the first place of a table and those that do not: look-ups, stores, get and in answer the same."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def make(text):
    return "".join(list(text))


def look(d, keys):
    out = []
    for key in keys:
        found = key in d, key not in d, d.get(key), d.get(key, "default")
        try:
            found += (d[key],)
        except KeyError as error:
            found += (repr(error),)
        out.append(found)
    return out


numbers = {i: str(i) for i in range(0, 40, 4)}
numbers[-1] = "minus one"
numbers[2**61 - 1] = "zero's neighbour"
numbers[2**70] = "large"
keys = [0, 1, 4, 36, -1, -2, 2**61 - 1, 2**61, 2**70, 2**70 + 1, 4.0, True, "4", (4,), None]
for row in look(numbers, keys):
    print(row)
words = {"alpha": 1, make("beta"): 2, "": 3, "\u03b3": 4}
for row in look(words, ["alpha", make("alpha"), "beta", make("beta"), "delta", make("delta"), "", "\u03b3", 7]):
    print(row)
print(look({}, ["a", 1]))

loud = {}
for i in range(3):
    loud["key"] = Loud(i)
    loud[i] = Loud(10 + i)
loud[1] = None
print("replaced")
loud.clear()


class Meddler:
    """Frees the entry that is being stored to."""

    def __del__(self):
        meddled.pop("k", None)


meddled = {}
for _ in range(3):
    meddled["k"] = Meddler()
    meddled["k"] = Loud("stored for a moment")
    print(sorted(meddled))
print({1: 2}.get(1), {make("x"): Loud("temporary")}.get(make("x")).name, {}.get(make("y"), Loud("default")).name)


class Sub(dict):
    def __missing__(self, key):
        return ("missing", key)

    def __contains__(self, key):
        return True


sub = Sub(a=1)
print(sub["a"], sub["b"], "b" in sub, sub.get("b"))
for unhashable in ([], {}):
    for action in (lambda: numbers[unhashable], lambda: unhashable in numbers, lambda: numbers.get(unhashable)):
        try:
            action()
        except TypeError as error:
            print(error)
