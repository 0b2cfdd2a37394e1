"""Comparison of large ints with floats is exact."""

for whole in 2.0**62, 2.0**63, -(2.0**64), 1e22, 1.5e300, -1.7976931348623157e308:
    number = int(whole)
    for off in -1, 0, 1:
        n = number + off
        print(n < whole, n <= whole, n == whole, n != whole, n > whole, whole < n, whole >= n)
for special in float("inf"), float("-inf"), float("nan"), 0.5, -0.5, 0.0:
    print([(n < special, n == special, n > special) for n in (10**30, -(10**30))])
print(min([10**30, 10**30 - 1, 1e30, 10**29]), sorted([10**20, 1e20, -(10**25), -1e25, 10**20 + 1]))
