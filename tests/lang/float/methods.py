# hex, fromhex, as_integer_ratio, is_integer, rounding methods, errors of each.
numbers = [0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 2.5, 3.5, -2.5, 1e16, 123.456]
for number in numbers:
    print(number, number.hex(), float.fromhex(number.hex()), number.as_integer_ratio(), number.is_integer(), number.conjugate(), number.real, number.imag)
    print(number.__trunc__(), number.__floor__(), number.__ceil__(), round(number), round(number, 1), round(number, -1), number.__round__(None), number.__int__(), number.__bool__(), -number, abs(number), +number, number.__getnewargs__())
inf, nan = float("inf"), float("nan")
for special in (inf, -inf, nan):
    print(special.hex(), special.is_integer(), round(special, 2), bool(special), abs(special), -special)
    for name in ("as_integer_ratio", "__trunc__", "__floor__", "__ceil__", "__round__", "__int__"):
        try:
            print(getattr(special, name)())
        except Exception as error:
            print(name, type(error).__name__, error)
for text in ["0x1p0", "0X1.8P+1", "-0x.8p1", "1.8", "0x1", "  0x1p-1074 ", "inf", "-Infinity", "nan", "0x1p1023", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1p1024", "0x0.8p-1074", "0x0.80000001p-1074", "0x1p-1076", "", "0x", "0xg", "1p", "1p+", "0x1p1.0", "0x1_0", "1 2", "0x1.p3", "0x1p99999999999999999999", "0x0p99999999999999999999", "0x1p-99999999999999999999"]:
    try:
        print(repr(text), float.fromhex(text))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
for call in ("float.fromhex()", "float.fromhex(1)", "float.fromhex(b'1')", "(1.5).hex(1)", "(1.5).is_integer(1)", "round(1.5, 'a')", "round(1.5, 1.0)", "round(1e308, -309)", "round(1.7e308, -308)", "round(2.675, 2)", "round(1.15, 1)", "round(5e-324, 400)", "round(1e22, 2**40)", "round(1.5, -2**70)", "(1.5).__round__(1, 2)", "(1.5).real.x", "setattr(1.5, 'real', 1)", "float.__new__(int)", "float.__new__()", "float.__getformat__('double')", "float.__getformat__('float')", "float.__getformat__('x')", "float.__getformat__(1)", "(1.5).__format__(1)", "(1.5).__eq__('a')", "(1.5).__lt__(2)", "(1.5).__add__('a')", "(1.5).__rpow__(2)", "(1.5).__pow__(2, 3)", "(1.5).__divmod__(0)", "(1.5).__hash__()"):
    try:
        print(call, repr(eval(call)))
    except Exception as error:
        print(call, type(error).__name__, error)
class Own(float):
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls, *args)
print(type(Own.fromhex("0x2p0")), type(Own(1.5) + 1), type(-Own(2)), type(Own(3).real), Own(4.5), repr(Own(5)), type(Own(2.5).__trunc__()))
