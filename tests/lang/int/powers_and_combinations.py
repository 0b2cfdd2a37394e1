# Powers are worked out in words for as long as they fit, combinations with one division for as many factors as fit.
import math

total, wrong = 1, 0
for base in list(range(-12, 13)) + [10**9, 2**31 - 1, 2**32, 2**32 + 1, 2**62, 2**63 - 1, 2**64 - 1, 2**64 + 1, 10**19]:
    product = 1
    for exponent in range(70):
        wrong += base**exponent != product or pow(base, exponent) != product
        product *= base
print(wrong, "wrong", 10**50, 3**50 % 10**9, (-7) ** 41)

for n in 67, 68, 90, 100, 139, 1000, 2**31, 2**40, 2**62 - 1:
    row = 1
    for k in range(40):
        wrong += math.comb(n, k) != row
        row = row * (n - k) // (k + 1)
    print(n, math.comb(n, 7), wrong)
