"""What exceptions take as numbers and texts: the class of an OSError by any int, places that fit a word, empty tuples of types."""
import enum


class Number(int):
    pass


Code = enum.IntEnum("Code", {"MISSING": 2})


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


group = ExceptionGroup("several", [ValueError()])
for function in [
    lambda: OSError(True, 1), lambda: OSError(Number(2), "x"), lambda: OSError(Code.MISSING, "x"), lambda: OSError(2.0, "x"), lambda: OSError(1 << 80, "x"),
    lambda: UnicodeDecodeError("a", b"", 1 << 70, 1, "r"), lambda: UnicodeDecodeError("a", b"", True, Number(5), "r").start,
    lambda: UnicodeDecodeError("a", 5, 0, 1.5, "r"), lambda: UnicodeTranslateError("a", 1.5, 1, "r"), lambda: UnicodeEncodeError("a", "b", 0, 1, None),
    lambda: str(SyntaxError("m", ("f", True, 1, "t"))), lambda: str(SyntaxError("m", ("f", Number(3), 1, "t"))), lambda: str(SyntaxError("m", ("f", 3, 1, "t"))),
    lambda: group.subgroup(()), lambda: group.split(()), lambda: group.subgroup((5,)),
]:
    attempt(function)
