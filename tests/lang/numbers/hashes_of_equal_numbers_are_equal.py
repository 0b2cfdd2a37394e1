M = 2**61 - 1
for n in (
    0, 1, -1, -2, M - 1, M, M + 1, 2 * M, -M, -M - 1, 2**61, 2**62, 2**63, 2**64, -(2**64), 10**30, -(10**100),
    2**1000 + 1,
):
    print(hash(n), hash(n) == hash(n % M if n >= 0 else -(-n % M)), end=" ")
print()
for x in (
    0.0, -0.0, 1.0, -1.0, 0.5, -0.1, 1e22, 2.0**61, 2.0**100, 1e300, 5e-324, 1.7976931348623157e308,
    float("inf"), float("-inf"), 3.14159,
):
    print(hash(x), end=" ")
    if x == x // 1:
        assert abs(x) == float("inf") or hash(x) == hash(int(x)) == hash(complex(x))
print()
print(
    hash(1j), hash(1 + 2j), hash(-1j), hash(0.5 - 2.25j), hash(True), hash(complex(3, 0)) == hash(3),
    len({1, 1.0, True, 1 + 0j}),
)
# a fraction's hash is numerator times the inverse of the denominator
print(hash(0.75) == 3 * pow(4, M - 2, M) % M == 3 * pow(4, -1, M) % M)
