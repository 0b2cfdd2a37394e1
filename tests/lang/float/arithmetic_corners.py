# Division, remainder, power, divmod and comparison at the edges.
import operator

inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e308, 5e-324, inf, -inf, nan, 3, -3, 10**30, True]
for name in ("floordiv", "mod", "pow", "truediv", "add", "mul"):
    function = getattr(operator, name)
    for left in values:
        row = []
        for right in values:
            if name == "pow" and isinstance(left, int) and isinstance(right, int):
                continue
            try:
                row.append(repr(function(left, right)))
            except Exception as error:
                row.append(f"{type(error).__name__}: {error}")
        print(name, left, row)
for left in (7.5, -7.5, 0.0, -0.0, inf, 5):
    for right in (2.0, -2.0, inf, -inf, 0.0, 0.1, 3):
        try:
            print("divmod", left, right, divmod(left, right))
        except Exception as error:
            print("divmod", left, right, type(error).__name__, error)
for big in (2**53, 2**53 + 1, 2**1024, -(2**1024), 10**308):
    for number in (2.0**53, 9007199254740994.0, 1e308, inf, -inf, nan):
        print(big < number, big <= number, big == number, big != number, big > number, number < big)
for text in ("2**1024 + 1.0", "2**1024 * 1.0", "1.0 / 2**1024", "2**1024 / 2**1023", "10**400 / 3", "1e308 * 10", "2.0 ** 1024", "(-8.0) ** (1/3)", "0.0 ** -1.5", "(-0.0) ** -1", "pow(2.0, 3, 5)", "1.5 << 1", "5 % 0.0", "int(1e308) % 7"):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
