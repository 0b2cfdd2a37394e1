"""a / b of large ints is rounded once: quotients that lie on, or just beside, the middle of two floats."""

state, total = 1, 0
for i in range(2000):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    odd = (state >> 11 | 1 << 52) * 2 + 1
    divisor = (state * 0x9E3779B97F4A7C15 >> i % 40 | 1) << i % 70
    for off in -1, 0, 1:
        total = (total * 31 + hash((odd * divisor + off) / divisor)) % 2**61
        total = (total * 31 + hash(-(odd * divisor + off) / (divisor << 1000 + i % 130))) % 2**61
print(total)
print((2**53 + 1) / 1, (2**64 - 1) / 2**64, (2**54 + 6) / 1, 10**400 / 10**399, 1 / 3**700 * 3**600, 7**300 / 7**299)
for a, b in (10**400, 1), (2**1024 - 2**970, 1), (2**1024 - 2**970 - 1, 1), (1, 10**400), (3, 2**1076):
    try:
        print(a / b)
    except OverflowError as error:
        print(error)
