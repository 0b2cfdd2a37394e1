def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"abcdefgh")
view = memoryview(data)
print(view[1], bytes(view[2:5]), view[::2].tolist(), view[::-1].tobytes(), len(view), view.hex())
print(view.readonly, view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides, view.obj is data)
view[0] = 65
view[1:3] = b"XY"
view[::4] = b"12"
print(data, view == data, view[3:] == b"d2fgh", list(view[:3]), 100 in view)
with memoryview(b"abc") as inner:
    print(inner.tobytes(), inner.readonly, hash(inner) == hash(b"abc"))
show(lambda: inner[0])
show(lambda: inner.tobytes())
show(lambda: view[100])
show(lambda: view["a"])
show(lambda: memoryview("a"))
show(lambda: hash(view))


def store(target, key, value):
    target[key] = value


show(lambda: store(view, 0, 256))
show(lambda: store(view, 0, "a"))
show(lambda: store(view, slice(0, 2), b"abc"))
show(lambda: store(memoryview(b"abc"), 0, 1))
print(b"".join([view[:2], b"-"]), b"x" + view[:1], bytes(view[3:5]).decode())
