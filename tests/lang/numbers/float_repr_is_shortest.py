values = [
    0.0, -0.0, 1.0, -1.5, 0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1e100,
    1e-4, 1e-5, 1.5e-7,
]
values += [
    5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993.0, 4.35, 100.0, 0.5e-323,
    float("inf"), float("-inf"), float("nan"),
]
values += [2.0**n for n in (-1074, -1022, -300, -1, 52, 53, 54, 62, 63, 64, 255, 256, 1023)]
for value in values:
    print(value, str(value) == repr(value), value == float(repr(value)))
