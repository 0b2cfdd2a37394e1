def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


b = b"Hello, World"
print(b, b[0], b[-1], b[1:4], b[::-1], len(b), b.upper(), b.split(b", "), b.find(b"W"), b.replace(b"l", b"L", 2))
print(b"it's", b'"', b"'\"", b"\x00\t\n\r\\\x7f\xff", bytearray(b"it's"))
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(bytearray(b"x")), bytes(range(3)), bytes())
print(b"a" + bytearray(b"b"), bytearray(b"a") + b"b", b"ab" * 2, 2 * b"x", b"a" < b"b", b"a" == bytearray(b"a"))
print(97 in b"abc", b"bc" in b"abc", b"".join([b"a", bytearray(b"b")]), b"a b".title(), b"\tx ".strip())
print(bytes.fromhex("61 62 7a"), b"\x01\xff".hex(), b"abcd".hex("-"), b"abcde".hex(":", 2), b"abcde".hex(":", -2))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy"), b"c"), b"a-b".partition(b"-"), b"7".zfill(3), b"x".center(5, b"*"))
show(lambda: b"a" + "b")
show(lambda: b"a"[None])
show(lambda: b"a"[5])
show(lambda: bytes([256]))
show(lambda: bytes(-1))
show(lambda: bytes("a"))
show(lambda: bytes(1.5))
show(lambda: "a" in b"a")
show(lambda: 256 in b"a")
show(lambda: b"".join(["a"]))
show(lambda: b"a".index(b"b"))
show(lambda: bytes.fromhex("6x"))
show(lambda: b"a".startswith("a"))
