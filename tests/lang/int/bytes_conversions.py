# to_bytes and from_bytes: lengths, orders, signs and what is refused.
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


for number in (0, 1, 127, 128, 255, 256, 65535, 2**31, 2**64 - 1, 2**64, 10**30):
    show(number.to_bytes, 16)
    show(number.to_bytes, 16, "little")
    show(number.to_bytes, 4, "big", signed=True)
    show((-number).to_bytes, 8, "little", signed=True)
    show((-number).to_bytes, 8)
show((5).to_bytes)
show((0).to_bytes, 0)
show((1).to_bytes, 0)
show((-1).to_bytes, 0, signed=True)
show((5).to_bytes, length=3, byteorder="little")
show((5).to_bytes, -1)
show((5).to_bytes, 2, "middle")
show((5).to_bytes, "2")
show((5).to_bytes, 2, 3)
show((5).to_bytes, 2, "big", True)
show((5).to_bytes, 2**70)
show((300).to_bytes)
show((-129).to_bytes, 1, signed=True)
show((-128).to_bytes, 1, signed=True)
show((128).to_bytes, 1, signed=True)
for data in (b"", b"\x00", b"\xff", b"\x80\x00", b"\x01\x02\x03", b"\xff" * 9, bytearray(b"\x10"), memoryview(b"\x01\x00"), [1, 2], (255,), range(3)):
    show(int.from_bytes, data)
    show(int.from_bytes, data, "little")
    show(int.from_bytes, data, signed=True)
    show(int.from_bytes, data, byteorder="little", signed=True)
show(int.from_bytes, "abc")
show(int.from_bytes, 5)
show(int.from_bytes, [256])
show(int.from_bytes, [-1])
show(int.from_bytes, ["a"])
show(int.from_bytes, b"a", "huge")
show(int.from_bytes, b"a", None)
show(int.from_bytes)
show(int.from_bytes, bytes=b"\x07")
show(int.from_bytes, b"\x01", signed=[])
show(bool.from_bytes, b"\x01")
show(bool.from_bytes, b"\x00\x00")


class Number(int):
    def __new__(cls, value=0):
        print("new", cls.__name__, value)
        return super().__new__(cls, value)


made = Number.from_bytes(b"\x01\x00", "big")
print(made, type(made).__name__)


class HasBytes:
    def __bytes__(self):
        return b"\x02\x03"


show(int.from_bytes, HasBytes())
