values = [0j, 1 + 2j, -3.5j, 2.5, -7, True, complex(float("inf"), 1), complex(-0.0, -0.0)]
for a in values:
    for b in values:
        for operation in "a + b", "a - b", "a * b", "a / b", "a == b", "a ** b":
            if isinstance(a, complex) or isinstance(b, complex):
                try:
                    print(eval(operation), end=" ")
                except (ZeroDivisionError, OverflowError) as e:
                    print(e, end=" ")
    print()
print((1 + 2j) ** 100, (1 + 2j) ** -3, (1 + 2j) ** 0.5, 2 ** (1 + 1j), (-8) ** (1 / 3), 1j**2, abs(3 + 4j), abs(-5j))
for f in (
    lambda: 1j < 2j, lambda: 1j // 1, lambda: 1j % 2, lambda: divmod(1j, 2), lambda: pow(1j, 2, 3),
    lambda: int(1j), lambda: float(1j), lambda: abs(complex(1e308, 1e308)), lambda: (1e200j) ** 2,
    lambda: 1 < 1j,
):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
