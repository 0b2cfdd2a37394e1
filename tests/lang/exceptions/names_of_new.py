# Which built-in exceptions have a __new__ of their own, and what it refuses.
import builtins

for name, kind in sorted(vars(builtins).items()):
    if isinstance(kind, type) and issubclass(kind, BaseException):
        print(name, "__new__" in vars(kind), "__init__" in vars(kind), "__getattribute__" in vars(kind))


class Own(ValueError):
    def __new__(cls, *args):
        return super().__new__(cls, "new", *args)


print(repr(Own(1)), Own(1).args, repr(ValueError.__new__(ValueError, 1, 2)))
try:
    ValueError.__new__(KeyError)
except TypeError as error:
    print(error)
print(UnicodeTranslateError("ab", 0, 1, "r").encoding)
