# Natives whose parameters behind the star have defaults, called by position: as many as may be, too few and too many.
class Number(int):
    def to_bytes(self, *args, **named):
        return super().to_bytes(*args, **named)


n = 1234
print(n.to_bytes(2, "big"), n.to_bytes(2), n.to_bytes(4, "little"), (7).to_bytes(), Number(9).to_bytes(2, "little", signed=True))
print(int.from_bytes(b"\1\2"), int.from_bytes(b"\1\2", "little"), Number.from_bytes(b"\1\2"), int.to_bytes(5, 3), type(Number.from_bytes(b"\3")))
print(sorted([3, 1, 2]), [3, 1].sort(), n.to_bytes(length=2, byteorder="big"), (-1).to_bytes(1, "big", signed=True))
bound, maker = n.to_bytes, int.from_bytes
print(bound(2), bound(2, "little"), maker(b"\5\6"), list(map(maker, [b"\1", b"\2"])))
for text in "n.to_bytes(2, 'big', True)", "int.from_bytes()", "int.from_bytes(b'', 'big', False)", "n.to_bytes(2, 'middle')", "n.to_bytes(2, 'bog')", "sorted()", "sorted([1], None)", "[].sort(None)", "int.to_bytes()", "int.to_bytes('a', 2)", "n.to_bytes(1)":
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
