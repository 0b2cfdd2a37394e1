"""Arguments that do not do, in the words of CPython; a class whose method names are put together at run time."""


class Given:
    def __int__(self):
        return ""

    def __index__(self):
        raise KeyError("index")


for make in (
    lambda: (1).to_bytes(2**62, "big"),
    lambda: (-1).to_bytes(1),
    lambda: (1).to_bytes(2**63),
    lambda: (1).to_bytes(1, None),
    lambda: int.from_bytes(b"", 5),
    lambda: int.from_bytes(object()),
    lambda: 1 << 2**70,
    lambda: 0 << 2**70,
    lambda: format(1, "\0"),
    lambda: "%d" % Given(),
    lambda: "%c" % Given(),
    lambda: "%x" % Given(),
    lambda: int(bytearray(b"x")),
    lambda: int(memoryview(b"x")),
    lambda: (2).__rpow__([], 5),
    lambda: (2).__rpow__(3, 5),
    lambda: [].__mul__("a"),
    lambda: [].__mul__(),
    lambda: [].__rmul__(()),
    lambda: "a".__mul__({}),
    lambda: {}.__getitem__(),
    lambda: {}.__contains__(1, 2),
    lambda: set().__contains__(),
    lambda: [].__getitem__(key=1),
    lambda: {}.pop([], "default"),
    lambda: {}.pop([]),
    lambda: [1].pop(2**70),
    lambda: [].insert(2**70, 1),
    lambda: b"".find(1, ""),
    lambda: b"%\xe9" % 1,
    lambda: "".expandtabs(2**40),
    lambda: "".maketrans(type("D", (dict,), {})()),
    lambda: float.fromhex("\u0664"),
    lambda: float.fromhex("\ud800"),
    lambda: complex("1\u4e2d_"),
    lambda: complex("1_0\0"),
    lambda: "a\0".encode("a\0"),
    lambda: "\udc80\u20ac".encode("ascii", "surrogateescape"),
    lambda: b"a".__rmod__(b"%s"),
    lambda: bytearray(b"ab") * 2**62,
    lambda: (type(iter("a")).__name__, type(iter("\xe9")).__name__),
):
    try:
        print(ascii(make()))
    except Exception as error:
        print(f"{type(error).__name__}: {ascii(str(error))}")

name = "l"
kind = type("Kind", (int,), {f"__{name}t__": lambda a, b: "less", f"__{name}e__": lambda a, b: "less or equal"})
print(kind(1) < 0, kind(1) <= 0, kind(1) > 0)
