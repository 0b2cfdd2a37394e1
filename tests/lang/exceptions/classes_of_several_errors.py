# A class of two built-in errors has the fields of one and may be initialized by the other.
FIELDS = "errno", "value", "code", "name", "msg", "start", "strerror"


def show(*bases, args=(1, 2), kw={}):
    made = type("Made", bases, {})
    try:
        e = made(*args, **kw)
    except Exception as x:
        return print(type(x).__name__, x)
    print(e.args, repr(str(e)), [(f, getattr(e, f)) for f in FIELDS if hasattr(e, f)],
          [getattr(made, n).__qualname__ for n in ("__new__", "__init__", "__str__")])


class Own(OSError):
    def __init__(self, a):
        super().__init__(a, "m")


class Mixin:
    def __init__(self, *a):
        super().__init__(*a)


show(ValueError, OSError)
show(OSError, ValueError)
show(KeyError, OSError)
show(OSError, KeyError, args=(1,))
show(ValueError, StopIteration)
show(ValueError, SystemExit)
show(ValueError, ImportError)
show(ValueError, ImportError, kw={"name": "n"})
show(ImportError, ValueError, kw={"name": "n"}, args=("m",))
show(ValueError, SyntaxError)
show(ValueError, NameError, kw={"name": "n"})
show(KeyError, AttributeError, args=("x",))
show(AttributeError, KeyError, args=("x",))
show(UnicodeDecodeError, ValueError)
show(TypeError, ExceptionGroup)
show(FileNotFoundError, ValueError)
show(ValueError, FileNotFoundError)
show(Own, ValueError, args=(2,))
show(ValueError, Own, args=(2,))
show(Mixin, OSError)
show(Mixin, ValueError, OSError)
