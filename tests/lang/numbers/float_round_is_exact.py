for x in 2.675, 2.665, 0.125, 0.375, 1.005, 1e16 + 2, 123456.789, -0.5, -2.5, 5e-324, 1e22, 2.5e-5:
    print([round(x, d) for d in (0, 1, 2, 3, 5, 20, 400, -1, -3, -20, -400)], round(x))
print(round(1.5), round(2.5), round(-1.5), round(0.49999999999999994), round(1e300) == int(1e300), round(2.5, None))
for f in (
    lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(float("nan"), 2),
    lambda: round(float("-inf"), -2), lambda: round(1.7e308, -308), lambda: round(1.5, "2"),
    lambda: round(1.5, 2**70), lambda: round(1.5, -(2**70)),
):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
