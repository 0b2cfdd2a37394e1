inf, nan = float("inf"), float("nan")
ints = [0, 1, -1, 2**53, 2**53 + 1, -(2**53) - 1, 2**62, 2**63, 2**64 + 1, 10**22, 10**23, 10**400, -(10**400)]
floats = [0.0, -0.0, 0.5, -1.0, -1.5, 2.0**53, -(2.0**53), 2.0**62, 2.0**63, 2.0**64, 1e22, 1e23, 1e308, inf, -inf, nan]
for i in ints:
    print(
        *["<" if i < f else "=" if i == f else ">" if i > f else "?" for f in floats],
        *["<" if f < i else "=" if f == i else ">" if f > i else "?" for f in floats],
    )
    assert all((i <= f) == (f >= i) and (i != f) == (not i == f) for f in floats)
print(sorted([2**53 + 1, 2.0**53, 2**53 - 1, 2.0**53 + 2, inf, -inf, 10**400]))
