# __release_buffer__ of a bytearray lets go of a view that its __buffer__ gave, and of no other.
def attempt(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, BufferError, OverflowError) as error:
        print(type(error).__name__, error)


array = bytearray(b"abc")
view = array.__buffer__(0)
attempt(lambda: array.append(1))
attempt(lambda: bytearray(b"abc").__release_buffer__(view))
attempt(lambda: array.__release_buffer__(view))
attempt(lambda: array.append(1))
attempt(lambda: view[0])
attempt(lambda: array.__release_buffer__(view))
attempt(lambda: array.__release_buffer__(b"abc"))
attempt(lambda: b"abc".__buffer__(1))
attempt(lambda: array.__buffer__(1).readonly)
attempt(lambda: array.__buffer__(1 << 40))


class Watched(bytearray):
    def __buffer__(self, flags):
        print("asked")
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        print("released", view.tobytes())
        super().__release_buffer__(view)


watched = Watched(b"xyz")
with memoryview(watched) as view:
    view[0] = 65
    attempt(lambda: watched.append(1))
watched.append(66)
print(watched)
