a, b = 2**200 + 12345678901234567890, 3**100
print(a, b)
print(a + b, a - b, b - a, a * b)
print(a // b, a % b, -a // b, -a % b, a // -b, a % -b, divmod(-a, -b))
print(a << 70, a >> 150, -a >> 199, -1 >> 1000, (1 << 64) - 1)
print(a & b, a | b, a ^ b, ~a, -a & b, -a | -b, a ^ -1)
print(a == 2**200 + 12345678901234567890, a > b, -a < b, a != a + 1, hash(2**61 - 1), hash(-2**61), hash(2**100), hash(-1))
print(pow(a, 50, b), pow(3, -1, 7), pow(-2, 3, 5), (-2) ** 63, 2**63 - 1, -(2**63), 10**40 // 10**39)
print(a.bit_length(), a.bit_count(), abs(-a) == a, -(-a) == a, +a == a, int(str(a)) == a, int(hex(b), 16) == b)
print(hex(a), oct(b), bin(2**70), f"{a:,}", f"{a:x}", "%d %x" % (b, a))
print(float(2**100), int(1e30), 2**1000 / 2**999, (10**400) / (10**399), round(a, -50), 7 ** 77 % 1000)
print(4611686018427387904, 4611686018427387903 + 1, -4611686018427387904 - 1, 4611686018427387904 - 1, 3037000500 * 3037000500)
for bad in ("float(10**400)", "10**400 / 3", "2**100 // 0", "1 << -1", "pow(2, -1, 4)", "pow(2, 3, 0)", "int('1' * 5000)", "str(10**5000)"):
    try:
        eval(bad)
    except Exception as error:
        print(type(error).__name__, error)
