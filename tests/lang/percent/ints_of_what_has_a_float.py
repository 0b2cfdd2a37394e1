"""%d takes int(v) of what has any of __int__, __index__, __float__ or is complex, and tells no TypeError of that."""
import warnings

warnings.simplefilter("ignore")


class Float:
    def __float__(self):
        return 2.5


class Both(Float):
    trunc = staticmethod(lambda: 7)

    def __trunc__(self):
        return self.trunc()


class Refuses(Both):
    trunc = staticmethod(lambda: 1 // 0)


class NoInt(Both):
    trunc = staticmethod(lambda: "x")


class Trunc:
    __trunc__ = Both.__trunc__
    trunc = Both.trunc


class Text(str):
    __float__ = Float.__float__


class Bytes(bytes):
    __float__ = Float.__float__


class Complex(complex):
    __trunc__ = lambda self: 8


class Int:
    def __int__(self):
        raise TypeError("own")


for value in (Float(), Both(), Refuses(), NoInt(), Trunc(), Text("12"), Text("q"), Bytes(b"13"), 1j, Complex(1), Int(), "5", None):
    for form in ("%d", "%i", "%x", "%5d", b"%d"):
        try:
            print(form % (value,), end=" ")
        except (TypeError, ValueError, ZeroDivisionError) as error:
            print(type(error).__name__, error, end=" ")
    print()
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        print("%d" % Both())
    except DeprecationWarning as warning:
        print(warning)
