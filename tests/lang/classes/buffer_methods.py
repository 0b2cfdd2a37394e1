# __buffer__ gives the bytes that a view of the object shows; __release_buffer__ hears that it is released.
class Box:
    def __init__(self):
        self.data = bytearray(b"abcdef")

    def __buffer__(self, flags):
        print("asked")
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("released", view.tobytes())


box = Box()
view = memoryview(box)
print(view.tobytes(), view.readonly)
view[0] = 90
try:
    box.data.append(1)
except BufferError as error:
    print(error)
view.release()
with memoryview(box) as view:
    print(bytes(view[1:3]))
view = memoryview(box)
del view
for use in [bytes, bytearray, b"-".join if False else lambda b: b"-".join([b, b"x"]), lambda b: b"q" + b]:
    print(use(box))


class Plain:
    def __buffer__(self, flags):
        return memoryview(b"plain")


class Wrong:
    def __buffer__(self, flags):
        return 5


class Fails:
    def __buffer__(self, flags):
        raise ValueError("no buffer")


class Derived(bytearray):
    def __buffer__(self, flags):
        print("derived")
        return super().__buffer__(flags)


import collections.abc

print(int.from_bytes(Plain(), "big"), isinstance(Plain(), collections.abc.Buffer), isinstance(5, collections.abc.Buffer))
for cls in Wrong, Fails:
    try:
        memoryview(cls())
    except Exception as error:
        print(type(error).__name__, error)
print(bytes(memoryview(Derived(b"hey"))))
print(memoryview(b"ab").__buffer__(0).tobytes(), b"ab".__buffer__(0)[1], bytearray(b"z").__buffer__(0).readonly)
