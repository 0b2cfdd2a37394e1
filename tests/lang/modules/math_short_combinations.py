"""comb, perm and factorial of small numbers, around what fits a word; gcd with a word; powers around 128 bits."""
import math

for n in 0, 1, 2, 30, 61, 62, 63, 64, 65, 66, 67, 68, 69, 100:
    print(n, [math.comb(n, k) for k in range(n + 2)][::5], math.comb(n, n // 2), math.perm(n, n // 3), math.factorial(n))
for k in range(1, 60):
    assert sum(math.comb(k, i) for i in range(k + 1)) == 2**k
print(math.comb(2**70, 3), math.comb(2**62, 2), math.perm(2**62, 2), math.comb(2**62, 2**62 - 1))
big = 2**100 * 3**50
print(math.gcd(big, 2**62 * 9), math.gcd(6**20, -big), math.gcd(big, 0), math.gcd(big, 7), math.lcm(big, 10**18))
for base in 2, 3, 10, 2**31, 2**32, 2**61, 2**62, 2**63 - 1, 2**64 - 1, -3, -(2**63):
    print([base**e for e in (0, 1, 2, 3, 4)], hash(base**39), hash(base**40), hash(base**81))
