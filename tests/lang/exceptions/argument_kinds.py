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

# Numbers of an exception that are a C ssize_t in CPython: how much was written, where the text is wrong.
def kind(**methods):
    return type("Kind", (), {name: lambda self: 4 for name in methods})()


def shown(call):
    try:
        print(call(), end=" ")
    except Exception as error:
        print(type(error).__name__, error, end=" ")


for third in (5, True, -1, 2.5, 1j, 2**70, "f", None, [], kind(__int__=1), kind(__float__=1), kind(__index__=1)):
    shown(lambda: len(BlockingIOError(1, "x", third).args))
    shown(lambda: type(BlockingIOError(1, "x", third).filename).__name__)
    shown(lambda: BlockingIOError(1, "x", third).characters_written)
    print()
for error in (UnicodeDecodeError("a", b"", 2, 2, ""), UnicodeEncodeError("a", "", 2, 2, "")):
    for place in (2**63 - 1, 2**63, 2**64 - 1, -1, -2**63, -2**64, True, "x", 1.5, None, kind(__index__=1)):
        for name in ("start", "end"):
            shown(lambda: (setattr(error, name, place), getattr(error, name)))
    print()
