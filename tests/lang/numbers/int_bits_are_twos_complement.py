values = [
    0, 1, -1, 5, -6, 2**62 - 1, -(2**62), 2**63, -(2**63), 2**64, -(2**64), 2**64 - 1, 10**30, -(10**30),
    3 << 200,
]
for a in values:
    for b in values:
        print(a & b, a | b, a ^ b, end=" ")
        assert (a & b) + (a | b) == a + b and a ^ b == (a | b) - (a & b)
    print(~a)
