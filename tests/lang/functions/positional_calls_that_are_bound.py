# Calls without names of functions with stars, defaults and keyword-only parameters.
def stars(*args):
    return args


def both(a, b=2, *rest, c=3, d, **more):
    return a, b, rest, c, d, more


def only(a, *, b=1, c=2):
    return a, b, c


def late(a, /, b, c=3, *, d=4, **more):
    local = a, b
    return local, c, d, more


both.__kwdefaults__["d"] = 4
print(stars(), stars(1), stars(1, 2, 3), both(1), both(1, 9), both(1, 9, 8, 7), only(1), late(1, 2), late(1, 2, 5))
only.__kwdefaults__ = {"c": 5, "b": 6}
print(only(1))
only.__kwdefaults__ = {"c": 5}
stars.__defaults__ = (1, 2)
both.__defaults__ = (1, 2)
print(stars(), both())
for wrong in (lambda: only(1), lambda: only(), lambda: only(1, 2), lambda: late(1), lambda: late(1, 2, 3, 4), lambda: late()):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Context:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print(len(details), details[0])
        return True


for _ in range(2):
    with Context():
        stars(*range(2))
    with Context():
        stars.nothing
print(dict(a=1, b=[2]), dict(), dict(**{"c": 3}), dict([("x", 1)], x=2), dict({"y": 1}, z=2))
