# Repetition doubles what it has, and slices with a step take bytes one by one, either way.
for unit in (b"", b"\x01", b"ab", b"abc"):
    for times in (-1, 0, 1, 2, 3, 7, 1000):
        r, a = unit * times, bytearray(unit) * times
        assert r == bytes(a) == b"".join([unit] * max(times, 0)) and type(a) is bytearray
        assert times * unit == r and memoryview(r).tobytes() == r
b = bytearray(b"\x01") * 30
for start, stop, step in ((0, 30, 2), (29, None, -3), (1, 30, 29), (5, 5, 2), (20, 2, -1)):
    b[start:stop:step] = bytes(range(len(range(*slice(start, stop, step).indices(30)))))
    print(b.hex())
a = bytearray(b"xy")
a *= 3
print(a, b"ab" * 3, 3 * b"ab", b"z" * 5, b"" * 10**18, bytes(3) * 2)
try:
    b[::2] = b"abc"
except ValueError as e:
    print(e)
for n in (2**62, 2**63, -2**70):
    try:
        print(b"abcd" * n)
    except (OverflowError, MemoryError) as e:
        print(type(e).__name__, e)
print(bytearray([1, True, 255]), bytearray((0, 7)), bytearray([]), "é\udc80".encode("utf-8", "surrogateescape"))
for bad in ([1, -1], (1, "a"), [1.5]):
    try:
        bytearray(bad)
    except (ValueError, TypeError) as e:
        print(e)
b = bytearray(b"abc")
m = memoryview(b)
try:
    b.__init__([1, 2])
except BufferError as e:
    print(e, b)
