for n in 0, 1, 255, 256, 2**64 - 1, 2**64, 10**30:
    size = (n.bit_length() + 7) // 8
    print(
        n, n.to_bytes(size, "big"), n.to_bytes(size + 1, "little"),
        int.from_bytes(n.to_bytes(size, "little"), "little"),
    )
for n in -1, -128, -129, -(2**63), -(2**64), 127, 128:
    for size in 1, 2, 8, 9:
        try:
            data = n.to_bytes(size, "little", signed=True)
            print(n, data, int.from_bytes(data, "little", signed=True), int.from_bytes(data, "little"))
        except OverflowError as e:
            print(n, size, e)
print(
    (5).to_bytes(), int.from_bytes([1, 2, 3]), int.from_bytes(bytearray(b"\x01\x00")), int.from_bytes(b""),
    int.from_bytes(range(5)),
)
wrong = [
    lambda: (-1).to_bytes(2), lambda: (256).to_bytes(1), lambda: (1).to_bytes(-1),
    lambda: (1).to_bytes(1, "middle"),
]
wrong += [
    lambda: int.from_bytes("a"), lambda: int.from_bytes([256]), lambda: int.from_bytes(1),
    lambda: int.from_bytes(b"", 1),
]
for f in wrong:
    try:
        print(f())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
# int.from_bytes() is not for counts: a sequence that is one, too, is a sequence
class Numbered(list):
    def __index__(self): return 3
class Number:
    def __index__(self): return 3
print(int.from_bytes(Numbered([1, 2])), bytes(Numbered([1, 2])))
for refused in (Number(), 3, "a", None):
    try: print(int.from_bytes(refused))
    except TypeError as error: print(error)
