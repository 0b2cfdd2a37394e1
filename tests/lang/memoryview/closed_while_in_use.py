# a released view refuses everything; what it views is locked until then
data = bytearray(b"abc")
view = memoryview(data)
inner = view[1:]
for change in (lambda: data.append(1), lambda: data.extend(b"d"), lambda: data.pop(), lambda: data.clear(), lambda: data.__init__(b"x"),
               lambda: data.__imul__(2), lambda: data.insert(0, 1), lambda: data.__delitem__(0), lambda: data.remove(97)):
    try:
        change()
    except BufferError as error:
        print(error)
data[0] = 65
data[:] = b"xyz"
view.release()
try:
    data.append(1)
except BufferError as error:
    print(error)
inner.release()
data.append(33)
print(data)
for use in (len, repr, bytes, list, lambda v: v[0], lambda v: v.tolist(), lambda v: v.nbytes, lambda v: v.shape, lambda v: v.format,
            lambda v: v.cast("B"), lambda v: v.__enter__(), lambda v: v.hex(), lambda v: v.obj, lambda v: v.release(), lambda v: v == v,
            lambda v: v.toreadonly(), lambda v: v.__setitem__(0, 1), memoryview, lambda v: v.readonly):
    try:
        print(type(use(view)).__name__)
    except ValueError as error:
        print(error)
for arguments in (("", 2**70), (":", -(2**31) - 1), ("-", 1)):
    try:
        view.hex(*arguments)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
