"""struct: places in buffers, what conversions do meanwhile, objects in place of numbers, Struct and its subclasses."""
import struct


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Touch:
    """An int whose conversion tries to change what it is written to."""

    def __init__(self, act):
        self.act = act

    def __index__(self):
        try:
            self.act()
        except BufferError as error:
            print(error)
        return 7


big = 1 << 70
for text in """
pack("<4h", Index(-5), True, 32767, -32768)|pack("b", 128)|pack(">Q", -1)|pack("=l", 1 << 31)|pack("l", 1 << 31)|pack("n", big)
pack("h", Index("s"))|pack("h", Index(KeyError("k")))|pack("h", Index(OverflowError("o")))|pack("P", -1)|pack("P", big)
pack(">e", -2.5)|pack("<e", 1e6)|pack("<f", 1e40)|pack("f", 1e40)|pack("<f", float("inf"))|pack(">d", 10 ** 400)|pack("d", "x")
pack("b3xh0q", 1, 2)|pack("<b3xh0q", 1, 2)|pack("0s2s3s", b"a", b"bcd", b"e")|pack("3pp0p", b"abcd", b"x", b"y")|pack("s", 5)
unpack(">hHiIqQ", bytes(range(200, 228)))|unpack("<3p2sxc?", b"\\x09abcdefg\\2"[:8])|unpack("2?", b"\\0\\2")|unpack("i", memoryview(bytes(8))[::2])
unpack("4s", bytearray(b"abcd"))|unpack("<H", memoryview(b"abcd")[1:3])|unpack("I", "abcd")|unpack("h", b"a")
unpack_from("h", b"abcd", -2)|unpack_from("h", b"abcd", -1)|unpack_from("h", b"abcd", -5)|unpack_from("h", b"abcd", 3)
unpack_from("h", buffer=b"abcd", offset=2)|unpack_from("", b"ab", 2)|unpack_from("", b"ab", 3)|unpack_from("h", b"ab", big)
pack_into("h")|pack_into("h", bytearray(2))|pack_into("h", bytearray(2), 0)|pack_into("h", bytearray(2), 1, 5)|pack_into()
pack_into("h", bytearray(2), "0", 1)|pack_into("h", bytearray(2), big, 1)|pack_into("h", b"ab", 0, 1)|pack_into("h", 5, 0, 1)
calcsize("9223372036854775807s")|calcsize("9223372036854775808s")|calcsize("4611686018427387904h")|calcsize("s9223372036854775807s")
calcsize("2 h")|calcsize("2h \\t3b\\n")|calcsize("<n")|calcsize("n")|calcsize("b<")|calcsize("3")|calcsize("\\u20ac")|calcsize(3)
Struct(b"<h")|Struct("h").size|Struct(b"<h").format|Struct("j")|Struct("h").pack()|Struct("h").unpack(b"abc")|Struct("h").unpack_from(b"abc", 1)
iter_unpack("", b"")|iter_unpack("h", b"abc")|iter_unpack("h", "ab")|list(iter_unpack(">hb", b"abcdef"))|pack(b">h", 1)
""".strip().replace("\n", "|").split("|"):
    try:
        print(text, "=", eval("struct." + text if not text.startswith("list") else text, {**vars(struct), "struct": struct, **globals()}))
    except Exception as error:
        print(text, type(error).__name__, error)


class Named(struct.Struct):
    def __init__(self, format, name):
        super().__init__(format)
        self.name = name


named = Named("<hh", "pair")
print(named.name, named.size, named, named.pack(1, 2), list(named.iter_unpack(b"abcdefgh")))

room = bytearray(6)
try:
    struct.pack_into("<hh", room, 1, 1, "2")
except struct.error as error:
    print(error, room)
struct.pack_into("<h", room, 4, Touch(room.clear))
print(room)
pieces = struct.iter_unpack("<h", room)
print(next(pieces), pieces.__length_hint__())
try:
    room.append(1)
except BufferError as error:
    print(error)
print(list(pieces), pieces.__length_hint__())
room.append(1)
print(len(room))
