print(2 ** 100, -2 ** 63, 10 ** 30 // 7, 10 ** 30 % 7, -7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 2), divmod(7, -2))
print(2 ** 62, 2 ** 62 - 1, -2 ** 62, -2 ** 62 - 1, 4611686018427387903 + 1, -4611686018427387904 - 1, 4611686018427387904 * 2)
print(0xff, 0o17, 0b101, 1_000_000, int("12"), int("-0x1f", 16), int("z", 36), int(3.9), int(-3.9), int("  7 "), int(True))
print(1 << 100, (1 << 100) >> 98, 5 & 3, 5 | 3, 5 ^ 3, ~5, -1 >> 10, (-5) >> 1, 2 ** -1, 0 ** 0, pow(3, 100, 7), pow(2, -1, 7))
print((255).bit_length(), (-1).bit_length(), bin(10), hex(-255), oct(8), (1024).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (6).bit_count())
print(10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53 + 1), 3 == 3.0, hash(3) == hash(3.0), hash(2 ** 61 - 1), hash(-1), 10 ** 400 > 1e308, 1 < 1.5 < 2)
print(7 / 2, 6 / 3, 1 / 3, 10 ** 40 / 10 ** 39, round(7.5), round(6.5), round(1234.567, 1), round(1234, -2), abs(-5), sum(range(101)), max(3, 1, 2), min([4, 2]))
fact = 1
for i in range(1, 51): fact *= i
print(fact, len(str(2 ** 1000)), str(2 ** 200), 12345678901234567890 * 98765432109876543210, (10 ** 50 + 1) - 10 ** 50)
print(isinstance(True, int), True + True, True == 1, str(True), -True, ~False, True & False, True | 0, sum([True, True]))
for bad in ("1 // 0", "1 % 0", "1 / 0", "int('x')", "int('1.5')", "1 << -1", "2.0 % 0", "int([])", "0 ** -1", "1 + None", "int('9' * 5000)"):
    try: eval(bad)
    except Exception as e: print(type(e).__name__, str(e)[:120])
