# Greatest common divisors of numbers that do not fit a word: of like and unlike lengths, with many steps and with few.
import math

fibonacci = [0, 1]
for _ in range(2000):
    fibonacci.append(fibonacci[-1] + fibonacci[-2])
print(math.gcd(fibonacci[2000], fibonacci[1999]), math.gcd(fibonacci[1800], fibonacci[1200]) == fibonacci[600])

wrong = 0
state = 12345
for round in range(400):
    state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
    bits = [5, 63, 64, 65, 127, 128, 190, 700][state >> 61]
    a, b = pow(state | 1, 17) >> 1000 - bits, pow(state ^ 0xFFFF, 13) >> 760 - bits
    common = 3 ** (round % 90)
    got = math.gcd(a * common, b * common)
    x, y = a, b
    while y:
        x, y = y, x % y
    wrong += got != x * common
print(wrong)

high = 1 << 640
for a, b in (high, high), (high, high - 1), (high, high >> 1), (high - 1, (1 << 320) - 1), (high, 3), (high, 0), (-high * 6, high * 4):
    print(hex(math.gcd(a, b)))
print(math.gcd((1 << 128) - 1, (1 << 127) - 1), math.gcd(10 ** 40, 6 ** 50), math.lcm(10 ** 30, 15 ** 20))
print(math.gcd(7 ** 3000 * 11, 7 ** 2000 * 13) == 7 ** 2000, math.gcd(2 ** 9000, 2 ** 20 * 3 ** 5000))
