# The small methods of int and bool.
import warnings

warnings.simplefilter("ignore")
for number in (0, 1, -1, 2, 255, -256, 2**62, -(2**62), 2**63, 2**64 + 1, -(2**100), 10**40, True, False):
    print(number, number.bit_length(), number.bit_count(), number.as_integer_ratio(), number.is_integer(), number.conjugate(), number.real, number.imag, number.numerator, number.denominator)
    print(number.__trunc__(), number.__floor__(), number.__ceil__(), number.__round__(), number.__int__(), number.__index__(), number.__float__(), number.__bool__(), number.__getnewargs__())
    print(~number, -number, +number, abs(number))
print(type(True.real), type(True.numerator), type(True.conjugate()), type(+True), type(-True), type(True.__trunc__()), type(abs(True)), type(True.__round__()))
for call in (
    "(5).bit_length(1)",
    "(5).bit_count(x=1)",
    "int.bit_length()",
    "int.bit_length('a')",
    "(5).real.x",
    "setattr(5, 'real', 1)",
    "setattr(5, 'x', 1)",
    "delattr(5, 'real')",
    "(5).__round__('a')",
    "(5).__round__(1, 2)",
    "round(15, -1)",
    "round(25, -1)",
    "round(35, -1)",
    "round(-15, -1)",
    "round(-25, -1)",
    "round(149, -2)",
    "round(150, -2)",
    "round(250, -2)",
    "round(5, -10)",
    "round(10**30 + 5 * 10**9, -10)",
    "round(12345, None)",
    "round(12345, 2)",
    "round(True, -1)",
    "round(5, 1.0)",
    "(5).__format__(5)",
    "(5).__getnewargs__(1)",
    "int.__new__()",
    "int.__new__(5)",
    "int.__new__(str)",
    "int.__new__(bool, 1)",
    "(10**400).__float__()",
    "(7).__divmod__(2)",
    "(7).__divmod__('a')",
    "(7).__rpow__(2)",
    "(7).__pow__(2, 5)",
    "(7).__pow__('2')",
    "(7).__rsub__(10)",
    "(7).__rfloordiv__(70)",
    "(7).__eq__(7.0)",
    "(7).__eq__('7')",
    "(7).__lt__(8)",
    "(7).__lt__(8.0)",
    "(7).__hash__()",
    "(7).__and__(3)",
    "(7).__and__(3.0)",
    "(7).__lshift__(-1)",
    "(7).__radd__('a')",
    "(7).__add__()",
    "(7).__add__(1, 2)",
):
    try:
        print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
