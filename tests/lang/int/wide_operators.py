"""Operators on ints about 64 and 128 bits long, where results take another form: in locals, in place, with constants."""
EDGES = [0, 1, 3, 2**61, 2**62 - 1, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 2**64 + 1, 2**126, 2**127 - 1, 2**127, 2**128 - 1,
         2**128, 2**190]
VALUES = sorted({sign * (edge + by) for edge in EDGES for by in (-1, 0, 1) for sign in (1, -1)})


def of_locals(a, b):
    total = a + b
    rest = a - b
    product = a * b
    both = a & b
    either = a | b
    odd = a ^ b
    return total, rest, product, both, either, odd


def in_place(a, b):
    total = rest = product = both = either = odd = a
    total += b
    rest -= b
    product *= b
    both &= b
    either |= b
    odd ^= b
    return total, rest, product, both, either, odd


def with_constants(a):
    return a + 18446744073709551615, a - 4, a * 0x9E3779B97F4A7C15, a & 0xFFFFFFFFFFFFFFFF, a >> 17, a << 13, (a << 64) ^ a


def digest(values):
    h = 7
    for v in values:
        h = (h * 1000003 ^ hash(v) ^ len(hex(v))) % (2**61 - 1)
    return h


pairs = [(a, b) for a in VALUES for b in VALUES]
assert all(of_locals(a, b) == in_place(a, b) for a, b in pairs)
print(digest(v for a, b in pairs for v in of_locals(a, b)))
print(digest(v for a in VALUES for v in with_constants(a)))
print(digest(v for a in VALUES for n in range(0, 200, 3) for v in (a >> n, a << n)))
for a, b in pairs[::397]:
    print(*map(hex, of_locals(a, b)))
for a in VALUES:
    for other in (None, "x", 1.5, True, [], -1):
        for operate in (lambda: a << other, lambda: a ^ other, lambda: a * other):
            try:
                result = operate()
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            if a == 2**64:
                print(str(result)[:70])


def xorshift(x, n):
    for _ in range(n):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    return x


print(xorshift(88172645463325252, 1000))
