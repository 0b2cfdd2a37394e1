print(0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, -0.0, 1.0, 1.5e300 * 1e10, 5e-324, 1.7976931348623157e308, 2.0 ** 0.5)
print(float("inf"), -float("inf"), float("nan"), float("1e5"), float(" 2.5 "), float("-.5"), float(10 ** 20), 1e22, 1e23, 0.1, 100.0, 1e100)
print(7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, 2.5 ** 2, 1.0 == 1, 0.1 + 0.2 == 0.3, float("nan") == float("nan"), 1e308 * 10, -1e308 * 10)
print(int(1e20), round(2.5), round(3.5), round(2.675, 2), round(-0.5), (0.5).as_integer_ratio(), (1.5).is_integer(), (2.0).is_integer(), (255.5).hex(), float.fromhex("0x1.8p3"))
print(3.0 * 2, 1.5 - 0.5, 10 / 4, 1 - 0.9, 1e3, 12345.678e-2, 3.14.__class__.__name__, abs(-1.5), max(1.5, 2), divmod(7.5, 2), -3.7 // 1, 3 * 0.1)
x = 1.0
for i in range(10): x = x * 1.1 - 0.05
print(x, x > 1, x * 0 == 0, 1 / 3, 2 / 3, 1e-10, 1.1 * 1.1, 4.35 * 100, 1e21 + 1, 2 ** 0.5 * 2 ** 0.5)
total = 0.0
for i in range(1, 100): total += 1 / i
print(total, sum([0.1] * 10), 1e16 + 1 - 1e16, (1j) ** 2, (1 + 2j) * (3 - 1j), abs(3 + 4j), complex(1, -0.0))
for v in (1e77, 1e78, 1e-77, 1e-78, 1.157920892373162e77, 8.636168555094445e-78, 1.7272337110188890e-77, 3e-77, -1e-77): print(v, v * 1.0, v + 0, -v, v == v / 1)
for bad in ("1.0 / 0", "1.0 // 0", "0.0 ** -1", "float('x')", "float([])", "int(float('nan'))", "int(float('inf'))", "1.5 & 1", "(-8) ** (1/3) > 0", "round(1.5, 'a')"):
    try: print(eval(bad))
    except Exception as e: print(type(e).__name__, e)
