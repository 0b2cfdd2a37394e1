# Factorials, combinations and permutations where they stop to fit a word, logarithms where ints stop to fit a float.
import math

print([math.factorial(n) for n in range(36)])
for n in 20, 34, 62, 66, 67, 68, 69, 100:
    print(n, [math.comb(n, k) for k in (0, 1, 2, n // 3, n // 2, n - 1, n)], math.perm(n, n // 2))
print(all(math.comb(n, k) == math.comb(n - 1, k - 1) + math.comb(n - 1, k) for n in range(2, 75) for k in range(1, n)))
for bits in 1, 63, 64, 1022, 1023, 1024, 1025, 100000:
    for step in -1, 0, 1:
        n = 2**bits + step
        print(bits, step, math.log(n), math.log2(n), math.log10(n), math.log(n, 3))
for n in 2**1024 - 2**970, 2**1024 - 2**970 - 1, 2**1024 - 2**970 + 2**969:
    print(math.log(n), math.log2(n), math.log10(n))
