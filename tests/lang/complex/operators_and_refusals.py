# Operators of complex with every kind of number, and what is refused.
import operator

inf, nan = float("inf"), float("nan")
values = [0j, 1 + 2j, -1.5j, complex(-0.0, 0.0), complex(inf, 1), complex(nan, 0), 3, 2.5, True, 10**20]
for name in ("add", "sub", "mul", "truediv", "pow"):
    for left in values:
        row = []
        for right in values:
            if not isinstance(left, complex) and not isinstance(right, complex):
                continue
            try:
                row.append(repr(getattr(operator, name)(left, right)))
            except Exception as error:
                row.append(f"{type(error).__name__}: {error}")
        print(name, left, row)
for name in ("floordiv", "mod", "lt", "le", "gt", "ge", "lshift", "and_", "matmul"):
    for left, right in ((1j, 2), (2, 1j), (1j, 1j), (1.5, 1j)):
        try:
            print(name, getattr(operator, name)(left, right))
        except Exception as error:
            print(name, type(error).__name__, error)
for text in ("divmod(1j, 2)", "divmod(1, 2j)", "int(1j)", "float(1j)", "round(1j)", "abs(3+4j)", "abs(complex(inf, nan))", "abs(complex(1e308, 1e308))", "-(1+2j)", "+(1-2j)", "~1j", "bool(0j)", "bool(complex(0, -0.0))", "hash(1j)", "hash(2+0j) == hash(2)", "hash(1.5+2.5j)", "1j == 1j", "1+0j == 1", "1+0j == 1.0", "1j == 'a'", "1j != None", "2j ** 2", "2j ** 0", "0j ** 0", "0j ** -1", "0j ** 1j", "(1+1j) ** 10", "(1+1j) ** -3", "(1+1j) ** 0.5", "(1+1j) ** 101", "pow(1j, 2, 3)", "1j / 0", "1 / 0j", "complex(1e200, 1e200) * complex(1e200, 1)", "complex(1e300, 1) ** 2", "[][1j]", "math.sqrt(1j)", "sum([1j, 2, 3.5])", "max(1j, 2j)", "sorted([1j, 2])", "range(1j)", "'a' * 1j"):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
