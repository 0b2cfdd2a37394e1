# __buffer__ and __release_buffer__ of a class
class Exporter:
    def __init__(self, data): self.data, self.held = bytearray(data), 0

    def __buffer__(self, flags):
        self.held += 1
        print("asked", self.held)
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("released", self.held)
        self.held -= 1
        view.release()


exporter = Exporter(b"hello")
with memoryview(exporter) as view:
    view[0] = 72
    print(bytes(view), view.readonly, len(view))
print(exporter.data, bytearray(exporter), exporter.held)
for name, answer in (("number", 5), ("text", "text"), ("error", ValueError("not now"))):
    class Odd:
        def __buffer__(self, flags):
            if isinstance(answer, Exception):
                raise answer
            return answer
    try:
        memoryview(Odd())
    except (TypeError, ValueError) as error:
        print(name, error)
# the flags that it is asked by
import inspect
class Telling(Exporter):
    def __buffer__(self, flags):
        print(inspect.BufferFlags(flags)._name_)
        return memoryview(self.data)
    def __release_buffer__(self, view): pass
telling = Telling(b"ab")
print(bytes(telling), bytearray(telling), b"".join([telling]), b"c" + telling, b"xaby".find(telling))
print(int.from_bytes(telling), memoryview(telling).obj is not None, memoryview._from_flags(telling, inspect.BufferFlags.WRITABLE).tolist())
for source, flags in ((b"ab", 1), (b"ab", 0), (bytearray(b"ab"), 1), (5, 0), (b"ab", "x")):
    try: print(memoryview._from_flags(source, flags).readonly)
    except (BufferError, TypeError) as error: print(type(error).__name__, error)
data = bytearray(b"abc")
view = data.__buffer__(0)
for owner, given in ((memoryview(b"x"), view), (data, 5), (data, view), (data, view)):
    try: print(owner.__release_buffer__(given))
    except (TypeError, ValueError) as error: print(error)
data.append(100)
