# repr is the shortest text that reads back; where the exponent begins; str and print agree.
for number in [0.0, -0.0, 1.0, 0.1, 0.2 + 0.1, 1 / 3, 1e15, 1e16, 123456789012345678.0, 9999999999999998.0, 1e-4, 1e-5, 0.00012345, 5e-324, 1.7976931348623157e308, 2.0**-1074, 2.0**1023, 1e22, 1e23, 100.0, 1e100, 1.5e-7, -1e-300, 4.35, 0.07, 1e21, 123e-7]:
    print(repr(number), str(number), float(repr(number)) == number, "%s %r" % (number, number), f"{number}", ascii(number))
nan, inf = float("nan"), float("inf")
print(nan, -nan, inf, -inf, [nan, inf], (nan,), {inf: nan}, f"{nan!r:>5}")
print(nan == nan, nan != nan, nan is nan, [nan] == [nan], nan in [nan], nan < 1, nan > 1, inf > 10**400, -inf < -(10**400), inf == inf, hash(inf), hash(-inf))
for exponent in range(-10, 24):
    print(exponent, 10.0**exponent, 1.5 * 10.0**exponent, -7 * 10.0**exponent)
for bits in range(0, 1100, 97):
    print(2.0**-bits, 2.0 ** min(bits, 1000), 3.0**-bits)
number, texts = 1.0, []
for step in range(40):
    number = number * 1.6180339887498949 + 0.001
    texts.append(repr(number))
print(*texts)
