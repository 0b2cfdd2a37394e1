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
