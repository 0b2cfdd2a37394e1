class N:
    pass


a, b, c = 1, [1, 2, 3, 4], {"x": 1, "y": 2}
n = N()
n.v = 1
del a, b[0], b[-1], c["x"], n.v
print(b, c, vars(n))
for code in ("a", "del a", "del c['x']", "del b[10]", "del n.v", "n.v", "del missing"):
    try:
        exec(code)
    except Exception as error:
        print(code, "->", type(error).__name__, error)
x, y, z = 1, 2, 3
del (x, [y]), z
print("x" in globals(), "z" in globals())


def f():
    v = 1
    del v
    v = 2
    return v


print(f())


class C:
    gone = 1
    kept = 2
    del gone


print(hasattr(C, "gone"), C.kept)
del C.kept
print([k for k in vars(C) if not k.startswith("__")])
