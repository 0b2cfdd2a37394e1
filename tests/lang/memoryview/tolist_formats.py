"""tolist of every format, with strides and several dimensions."""

data = bytes(range(1, 49))
for letter in "bBhHiIlLqQnN?c":
    view = memoryview(data).cast(letter)
    print(letter, view.tolist(), view[::-2].tolist(), view[3:3].tolist())
print(memoryview(b"\x00\x3c\x00\xc0").cast("c").tolist())
print(memoryview(b"\0\0\x80?\0\0\x20\xc1").cast("f").tolist(), memoryview(b"\0\0\0\0\0\0\xf0?").cast("d").tolist())
print(memoryview(data).cast("B", [2, 3, 8]).tolist(), memoryview(data).cast("H", [4, 6]).tolist())
