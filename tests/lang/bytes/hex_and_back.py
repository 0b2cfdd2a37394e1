# hex with groups from both sides, fromhex with blanks and mistakes, translate with and without a table.
data = bytes(range(0, 256, 37))
for group in (-9, -3, -1, 0, 1, 2, 3, 7, 8):
    print(group, data.hex(":", group), bytearray(data[:3]).hex("-", group), b"".hex(" ", group))
print(data.hex(), bytes(1).hex(), memoryview(data).hex("_", 4))
for text in ("00ff", " 0a 0B0c ", "0", "0g", "g0", "00 f", "", "aBcDeF", "0\u00e9", "0 0", "12\n34"):
    try:
        print(bytes.fromhex(text), bytearray.fromhex(text))
    except ValueError as error:
        print(error)
table = bytes(range(255, -1, -1))
print(data.translate(table), b"a".translate(table), bytearray(b"ab").translate(table), b"abc".translate(None, b"b"))
print("hello world".translate(str.maketrans("lo", "01")), "h\u00e9llo".translate(str.maketrans("\u00e9l", "e1")))
print("abc".translate({97: None, 98: "xyz"}), "abcabc".translate({97: 98, 99: 0x20AC}), "abc".translate(dict()))
try:
    print("abc".translate({98: 1 << 40}))
except ValueError as error:
    print(error)
