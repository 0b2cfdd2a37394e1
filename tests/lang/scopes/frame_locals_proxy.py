# f_locals of a function's frame writes through to the locals (PEP 667).
import sys


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


def delete(mapping, name):
    del mapping[name]


def f(a, *rest, k=1):
    names = sys._getframe().f_locals
    late = 3

    def inner():
        return late

    names["late"] = 5
    names["extra"] = 9
    names["a"] = "A"
    print(a, late, inner(), sorted(names), names["extra"], len(names), "late" in names, "zz" in names)
    print(names.get("zz"), names.get("a"), names.setdefault("new", 1), names.setdefault("a", 1))
    names.update({"k": 7})
    names |= {"more": 8}
    attempt(lambda: delete(names, "a"))
    attempt(lambda: delete(names, "zz"))
    attempt(lambda: names["zz"])
    attempt(lambda: hash(names))
    attempt(lambda: type(names)(5))
    print(names == dict(names), type(names.copy()), type(names | {}), type(names).__name__)
    print(k, sorted(locals()), locals()["new"], list(names))
    names["names_too"] = names
    print("{...}" in repr(names))
    late = 8
    return names


after = f(1)
print(after["late"], after["a"])
after["a"] = 3
print(after["a"])


def generator():
    value = 1
    yield value
    yield value


g = generator()
next(g)
g.gi_frame.f_locals["value"] = 42
print(next(g), g.gi_frame.f_locals)


def unbound():
    sys._getframe().f_locals["later"] = 1
    print(later)
    later = 2


unbound()
print(type(sys._getframe().f_locals).__name__, sys._getframe().f_locals is globals())
