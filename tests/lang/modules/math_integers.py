import math

print(math.factorial(0), math.factorial(25), len(str(math.factorial(1000))))
print(math.comb(60, 30), math.comb(5, 7), math.comb(10**20, 2), math.perm(10, 3), math.perm(5))
print(math.gcd(), math.gcd(12, -18, 8), math.gcd(2**100, 6**50), math.lcm(), math.lcm(4, 6, -10), math.lcm(3, 0))
print(math.isqrt(10**40 + 1), math.isqrt(0), math.log(10**400), math.log2(2**5000), math.floor(1e20))
