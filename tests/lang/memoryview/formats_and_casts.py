# Casts to every format and shape, items read and stored, and what is refused.
data = bytes(range(1, 17))


def show(make):
    try:
        view = make()
        if isinstance(view, memoryview):
            print(view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides, view.readonly, view.c_contiguous, view.tolist())
        else:
            print(view)
    except Exception as error:
        print(type(error).__name__, error)


for format in "c b B ? h H i I l L q Q n N f d P @i @d <i x s ii é".split() + ["", " i", 5, None]:
    show(lambda: memoryview(data).cast(format))
for shape in ([16], [4, 4], (2, 8), [2, 2, 4], [1, 16], [3, 5], [], [0], [-1], [2**62, 4], 5, ["a"], [1] * 65, None):
    show(lambda: memoryview(data).cast("B", shape))
show(lambda: memoryview(data).cast("i", [2, 2]))
show(lambda: memoryview(data).cast("i").cast("h"))
show(lambda: memoryview(data).cast("i").cast("B").cast("d"))
show(lambda: memoryview(data)[::2].cast("h"))
show(lambda: memoryview(data[:7]).cast("i"))
show(lambda: memoryview(data).cast("B", [4, 4])[1])
show(lambda: memoryview(data).cast("B", [4, 4])[1, 2])
show(lambda: memoryview(data).cast("B", [4, 4])[1, 9])
show(lambda: memoryview(data).cast("B", [4, 4])[1, 2, 3])
show(lambda: memoryview(data).cast("B", [4, 4])[::2])
show(lambda: memoryview(data).cast("B", [4, 4]).tobytes("F"))
show(lambda: memoryview(data).cast("B", [4, 4]).cast("B").tolist())
show(lambda: list(memoryview(data).cast("B", [4, 4])))
show(lambda: memoryview(data).cast(format="H", shape=[2, 4]))
for format, values in (("b", [127, -128, 128, "a", 1.5, None, True]), ("B", [255, 256, -1]), ("h", [-32768, 32768]), ("I", [2**32 - 1, 2**32, -1]), ("q", [2**63 - 1, 2**63]), ("Q", [2**64 - 1, 2**64]), ("f", [1.5, 1e40, 2, "x"]), ("d", [0.1, 2**70, None]), ("?", [5, "", []]), ("c", [b"x", b"xy", 120, "x"]), ("P", [5, -1])):
    for value in values:
        store = bytearray(8)
        try:
            memoryview(store).cast(format)[0] = value
            print(format, value, store)
        except Exception as error:
            print(format, value, type(error).__name__, error)
