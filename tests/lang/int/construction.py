# int(...) from texts, numbers and objects, and what it refuses.
import warnings

warnings.simplefilter("ignore")
def show(*args, **kwargs):
    try:
        print(args, kwargs, "->", repr(int(*args, **kwargs)))
    except Exception as error:
        print(args, kwargs, "->", type(error).__name__, error)


show()
for text in ["0", "-0", "+7", " 12 ", "\t\n5\r\f\v", "1_000", "00", "007", "-1_2_3", "\u0663\u0664", "\u00a05\u2003", b"12", bytearray(b" 9 ")]:
    show(text)
for text in ["", " ", "-", "+", "--1", "+-1", "1 2", "_1", "1_", "1__2", "0x10", "1.0", "1e5", "½", "²", "a", "\x001", "1\x00", b"", b"\xff", b"1_"]:
    show(text)
for text, base in [("0x1F", 16), ("1f", 16), ("0X_ff", 16), ("0b101", 2), ("0o17", 8), ("zz", 36), ("Zz", 36), ("0x1f", 0), ("0b1", 0), ("0o7", 0), ("10", 0), ("0", 0), ("00_0", 0)]:
    show(text, base)
for text, base in [("010", 0), ("0x", 16), ("0x", 0), ("0b2", 0), ("8", 8), ("g", 16), ("2", 2), ("1", 1), ("1", 37), ("1", -1), ("0b1", 8), ("0x1", 15), ("1", 2**70), ("1", "2"), ("1", 2.0), ("1", None)]:
    show(text, base)
for number in [3.99, -3.99, 1e20, True, float("nan"), float("inf"), -float("inf"), 1j, None, [], (), {}, object]:
    show(number)
show(12, 10)
show(3.5, 10)
show([], 10)
show(base=10)
show("12", base=8)
show(x=5)
show("1", 10, 10)
show(b"ff", 16)
print(int(memoryview(b"42")))


class Index:
    def __index__(self):
        return 16


class Trunc:
    def __trunc__(self):
        return 5


class Both(Index):
    def __int__(self):
        return 3


class Bad:
    def __int__(self):
        return "3"


class BadFloat:
    def __int__(self):
        return 3.0


class Raises:
    def __int__(self):
        raise KeyError("no")


for kind in (Index, Trunc, Both, Bad, BadFloat, Raises):
    try:
        print(kind.__name__, int(kind()))
    except Exception as error:
        print(kind.__name__, type(error).__name__, error)
print(int("ff", Index()))
