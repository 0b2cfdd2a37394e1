inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.5, -2.5, 7, -3, 1e300, inf, -inf, nan]
for a in values:
    for b in values:
        for operation in "a + b", "a - b", "a * b", "a / b", "a // b", "a % b", "divmod(a, b)":
            try:
                print(eval(operation), end=" ")
            except ZeroDivisionError as e:
                print(e, end=" ")
    print()
