# True and False as ints, and what only they do.
import warnings

warnings.simplefilter("ignore")
values = [True, False]
others = [True, False, 0, 1, 2, -1, 0.0, 1.5, 1j, 2**70, "a", None, [1]]
for operator in "+ - * / // % ** << >> & | ^ == != < <= > >= is and or".split():
    row = []
    for left in values:
        for right in others:
            try:
                row.append(repr(eval(f"left {operator} right")))
            except Exception as error:
                row.append(f"{type(error).__name__}: {error}")
    print(operator, *row, sep=" | ")
for value in values:
    print(repr(value), str(value), int(value), float(value), complex(value), hash(value), -value, +value, ~value, abs(value), not value, round(value), bin(value), hex(value))
    print(f"{value} {value:d} {value:5} {value:.1f} {value!r:^7} {value:b}")
    print(value.numerator, value.denominator, value.real, value.imag, value.conjugate(), value.bit_length(), value.to_bytes(2, "big"), value.as_integer_ratio(), value.is_integer())
for make in (lambda: bool(), lambda: bool([]), lambda: bool(0.0), lambda: bool("False"), lambda: bool(x=1), lambda: bool(object=1), lambda: bool(1, 2), lambda: bool(float("nan")), lambda: bool.from_bytes(b"\1", "big"), lambda: bool.__new__(bool, 5), lambda: bool.__new__(int, 5), lambda: type("B", (bool,), {}), lambda: True.__and__(1.5), lambda: True.__index__(), lambda: format(True, "s"), lambda: format(True, "x"), lambda: [10, 20][True], lambda: "ab"[False], lambda: {1: "a"}[True], lambda: {True: "a", 1: "b"}, lambda: sum([True, True]), lambda: max(True, 1), lambda: isinstance(True, int), lambda: "%d %s %r %5.1f" % (True, False, True, False), lambda: range(True), lambda: True == 1.0 == (1 + 0j)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer


for answer in (True, False, 1, None, "x"):
    try:
        print(bool(Truth(answer)), not Truth(answer))
    except TypeError as error:
        print(error)
