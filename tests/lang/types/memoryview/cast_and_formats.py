"""cast() reads the same bytes by another format or in another shape; items are written by the format."""


def show(make):
    try:
        print(ascii(make()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


data = bytearray(range(16))
for letter in "bBchHiIlLqQnNPefd?":
    view = memoryview(data).cast(letter)
    print(letter, view.format, view.itemsize, view.shape, view.strides, ascii(view.tolist()))
view = memoryview(data).cast("B", [2, 2, 4])
print(view.ndim, view.shape, view.strides, view.nbytes, view.tolist(), view[1, 0, 3], view.c_contiguous, view.f_contiguous)
print(view.tobytes("F"), view.tobytes("A"), len(view), view[1:].tolist(), view[::-1].tobytes())
view[0, 1, 2] = 200
print(data)
one = memoryview(data).cast("B")[:4].cast("i", [])
print(one.ndim, one.shape, one[()], one.tolist(), one[...] == one)
one[()] = -1
print(data[:5])
whole = memoryview(data)
for make in (
    lambda: whole.cast("x"),
    lambda: whole.cast("ii"),
    lambda: whole.cast(5),
    lambda: whole.cast("\xe9"),
    lambda: whole[:5].cast("i"),
    lambda: whole[::2].cast("h"),
    lambda: whole.cast("i").cast("h"),
    lambda: whole.cast("B", 5),
    lambda: whole.cast("B", [3, 5]),
    lambda: whole.cast("B", [0, 5]),
    lambda: whole.cast("B", ["a"]),
    lambda: whole.cast("B", [2, 8]).cast("B", [4, 4]),
    lambda: view[0],
    lambda: view[0, 0],
    lambda: view[0, 0, 0, 0],
    lambda: view[0, 0, 9],
    lambda: view[0:1, 0:1],
    lambda: view["a"],
    lambda: one[0],
    lambda: len(one),
    lambda: list(view),
    lambda: hash(memoryview(b"abcd").cast("i")),
    lambda: whole.tobytes("X"),
    lambda: whole.cast("@h").format,
):
    show(make)


def put(format, value):
    target = memoryview(bytearray(8)).cast(format)
    target[0] = value
    return target.tolist(), target.tobytes()


for format, value in (
    ("b", -128),
    ("b", 128),
    ("B", 256),
    ("B", "a"),
    ("h", -32769),
    ("Q", 2**64 - 1),
    ("Q", 2**64),
    ("Q", -1),
    ("q", -(2**63)),
    ("P", -1),
    ("c", b"x"),
    ("c", b"xy"),
    ("c", 5),
    ("?", []),
    ("?", "a"),
    ("f", 1e40),
    ("f", "x"),
    ("d", 1),
    ("e", 65504.0),
    ("e", 65520.0),
    ("e", 6e-8),
    ("e", -0.0),
    ("e", float("nan")),
    ("e", 0.333251953125),
):
    show(lambda: put(format, value))
print(memoryview(b"\1\2").cast("h") == memoryview(b"\1\2").cast("B"), memoryview(b"\1\0") == memoryview(b"\1\0").cast("b"))
print(memoryview(b"abcd")[::2] == b"ac", memoryview(b"\0\0\x80\x3f").cast("f") == memoryview(b"\1"))
shared = bytearray(b"abcdef")
frozen = memoryview(shared).toreadonly()
shared[0] = 120
print(frozen.tobytes(), frozen.readonly, frozen.obj is shared)
show(lambda: hash(frozen))
