# Digits are written and read word by word, eight at a time where bases allow: numbers of 1 to 1800 bits in many bases.
from random import Random

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def written(n, base):
    text, rest = "", abs(n)
    while rest:
        rest, digit = divmod(rest, base)
        text = DIGITS[digit] + text
    return "-" * (n < 0) + (text or "0")


random = Random(3)
wrong = 0
for bits in list(range(1, 400, 3)) + [511, 512, 513, 600, 900, 1800]:
    n = random.getrandbits(bits) * random.choice((1, -1))
    for base in 2, 3, 5, 7, 8, 10, 11, 16, 23, 32, 35, 36:
        text = written(n, base)
        wrong += (int(text, base), int(text.upper(), base), int(text.encode(), base)) != (n, n, n)
    ten, sixteen, eight, two = (written(n, base) for base in (10, 16, 8, 2))
    wrong += {str(n), repr(n), f"{n}", f"{n:d}", "%d" % n, "%s" % n, "%r" % n, "%a" % n, "%i" % n} != {ten}
    wrong += {f"{n:x}", "%x" % n, hex(n).replace("0x", "")} != {sixteen}
    wrong += {f"{n:X}", "%X" % n, hex(n).replace("0x", "").upper()} != {sixteen.upper()}
    wrong += {f"{n:o}", "%o" % n, oct(n).replace("0o", "")} != {eight}
    wrong += {f"{n:b}", bin(n).replace("0b", "")} != {two}
print(wrong, "wrong")

for n in 0, 1, -255, 1 << 62, -(1 << 62) - 1, 10**18, 10**19 - 1, -(10**19), 10**20 - 1, 0xfedcba9876543210fedcba, True:
    print("%s|%5s|%-8r|%.3s|%+d|%.25d|%030d|%#x|%#X|%#o|%u" % ((n,) * 11))
    print("{}|{:#_X}|{:,}|{:+b}|{:=+40d}|{:^40X}|{:040_x}|{:<9o}|{:n}".format(*(n,) * 9), hex(n), oct(n), bin(n))
for text in "1234567\x3a", "12345678\x2f", "123456789012345678a", "1234567812345678_1", "12345678__1", "zz12", "9" * 40 + "x":
    try:
        print(int(text))
    except ValueError as error:
        print(error)
