inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, 3, -3, 1e200, inf, -inf, nan]
for a in values:
    for b in values:
        try:
            result = a**b
            print(result if isinstance(result, float) or isinstance(result, int) else type(result).__name__, end=" ")
        except (ZeroDivisionError, OverflowError) as e:
            print(type(e).__name__, e.args, end=" ")
    print()
