for base in 3, -3, 0, 1, 10**30 + 7:
    for exponent in 0, 1, 5, 10**20:
        for modulus in 1, -1, 7, -7, 2**64, 10**25 + 13, -(10**25):
            print(base, exponent, modulus, pow(base, exponent, modulus))
print(pow(3, -1, 7), pow(3, -5, 7), pow(-3, -1, 7), pow(3, -1, -7), pow(5, -1, 1), pow(2**70, -3, 10**25 + 13))
print(pow(2, 5000, 3**700) == 2**5000 % 3**700, pow(7, 2**300, 2**400 + 1))
for arguments in (2, -1, 4), (0, -1, 5), (2, 3, 0), (2, 3.0, 5), (2.0, 3, 5), (2, 3, 5.0), (2, 3, "5"):
    try:
        print(pow(*arguments))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print((2).__pow__(3, 5), (2).__rpow__(3, 5), (2).__pow__(3, None), (2).__pow__(3.0, 5))
print(pow(base=2, exp=10, mod=1000))


def by_steps(base, exponent, modulus):
    result = 1
    for bit in bin(exponent)[2:]:
        result = result * result % modulus * (base if bit == "1" else 1) % modulus
    return result


for bits in 65, 128, 640, 9600, 9664: # odd moduli below and above what is reduced without division, and even ones
    for low in 1, 2:
        modulus, base = 3 ** (bits * 5 // 8) * 2 + low, 7 ** (bits // 3)
        for exponent in 2, 9, 2 ** 25 - 1, 5 ** 60, 2 ** 200 + 2 ** 100:
            assert pow(base, exponent, modulus) == by_steps(base, exponent, modulus), (bits, low, exponent)
