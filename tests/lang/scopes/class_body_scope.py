x = "global"


def function():
    x = "local"

    class C:
        seen = x
        x = "class"
        also = x
        listed = [x for _ in range(1)]

        def method(self):
            return x

    return C.seen, C.x, C.also, C.listed, C().method()


print(function())


class D:
    x = x
    print(x)
    x = "own"
    print(x)
    del x
    print(x)


try:
    class E:
        items = [1, 2]
        doubled = [items[0] for _ in items]
except NameError as error:
    print(error)
print(locals() is globals(), "D" in globals())
