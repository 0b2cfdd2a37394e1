for v in (0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 2.0**53, 1 / 3, -0.0, 1e22, 1e23, 100.0):
    print(v, repr(v), str(v), v.hex())
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5)], round(2.675, 2), round(1234.5, -2), round(5, -1), round(15, -1), round(1e300, 2), round(0.1, 50))
print(7 // 2.0, -7 // 2.0, 7 % -2.5, -7.5 % 2, divmod(7.5, 2), 2.0**0.5, (-8) ** (1 / 3), 1e308 * 10, -1e308 * 10, 0.0 == -0.0)
print(float("1_0.5"), float(" -inf "), float("nan") != float("nan"), float("1e400"), float("0x1p3") if False else "", float.fromhex("0x1.8p1"))
print((0.75).as_integer_ratio(), (2.0).is_integer(), (1e300).is_integer(), float(2**53 + 1), 0.1 + 0.7, 3.0 == 3, hash(1.0) == hash(1), hash(0.5))
print(1e5, 1.0e5, .5, 5., 1_0.0_1, 1e+5, int(1e20), 10**23 == 1e23, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 1 < 1.5 < 2)
print(sum([0.1] * 10), sum([0.1] * 3, 0.0), min(1, 1.0), max(1.0, 1), abs(-0.0), -(-0.0), 0.0 * -1)
for bad in ("float('x')", "float('')", "1.0 / 0", "0.0 ** -1", "(10.0) ** 400", "round(float('nan'))", "round(float('inf'))", "1.5 << 1", "1.5 & 1", "float([])"):
    try:
        print(eval(bad))
    except Exception as error:
        print(type(error).__name__, error)
