def show(format, *args, **kwargs):
    try:
        print(repr(format), repr(format.format(*args, **kwargs)))
    except Exception as error:
        print(repr(format), type(error).__name__, error)


class Point:
    x = 3

    def __getitem__(self, key):
        return f"<{key!r}>"

    def __format__(self, spec):
        return f"Point({spec})"


show("{} {} {{}}", 1, "a")
show("{1}{0}{x}", 1, 2, x=3)
show("{0.x} {0[1]} {0[key]} {0:spec} {0!s:.5}", Point())
show("{:>{}} {:{fill}^{width}}", "a", 3, "b", fill="*", width=5)
show("{!r} {!s} {!a}", "é", "é", "é")
show("{0.real.imag} {a[0][1]}", 5, a=[[1, 2]])
show("{} {}", 1)
show("{x}")
show("{} {0}", 1)
show("{0} {}", 1)
show("{", 1)
show("}", 1)
show("{0", 1)
show("{0!}", 1)
show("{0!x}", 1)
show("{0!rx}", 1)
show("{0[}", 1)
show("{0.}", 1)
show("{0[0]x}", [1])
show("{a{b}}", 1)
show("{0:{1:{2}}}", 1, 2, 3)
show("{:q}", 1)
print("{x} {y}".format_map({"x": 1, "y": 2}))
