"""readinto() fills an array, or what else gives a writable view of itself."""
import array
import io

numbers = array.array("i", [0] * 3)
print(io.BytesIO(b"\1\0\0\0\2\0\0\0").readinto(numbers), numbers)
print(io.BufferedReader(io.BytesIO(b"\5" * 12)).readinto1(numbers), numbers)


class Window:
    def __init__(self, data):
        self.data = data

    def __buffer__(self, flags):
        return memoryview(self.data)


room = bytearray(4)
print(io.BytesIO(b"abcdef").readinto(Window(room)), room)
room.append(1)
for wrong in (Window(b"1234"), b"1234", memoryview(b"12"), None, 5):
    try:
        io.BytesIO(b"abcdef").readinto(wrong)
    except TypeError as error:
        print(error)
