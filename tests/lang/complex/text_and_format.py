# repr, str and format of complex numbers.
inf, nan = float("inf"), float("nan")
numbers = [0j, 1j, -1j, 1 + 0j, complex(-0.0, 1), complex(0.0, -0.0), complex(-0.0, -0.0), 1.5 - 2.25j, complex(inf, -inf), complex(nan, nan), 1e16 + 1e-5j, 100 + 1e20j, complex(1, nan), complex(3, -inf)]
for number in numbers:
    print(repr(number), str(number), f"{number}", "%s" % number, [number], number.real, number.imag, number.conjugate(), bool(number))
for spec in ["", "f", ".0f", ".2f", "e", ".1e", "g", ".3g", "+", "+.1f", " .1f", "20", "<20", ">20.2f", "^24.1e", "*^20", ",", ",.2f", "_", "n", "#.3g", "z.1f", "-", "G", "E", "F", ".3", "#"]:
    row = []
    for number in numbers[:10]:
        try:
            row.append(format(number, spec))
        except Exception as error:
            row.append(f"{type(error).__name__} {error}")
    print(repr(spec), row)
for spec in ["010", "=20", "0>20", "05.1f", "%", "d", "x", "s", "c", "<05", ".2d", ",n", "zz", "0"]:
    try:
        print(repr(spec), format(1.5 + 2j, spec))
    except Exception as error:
        print(repr(spec), type(error).__name__, error)
print((1 + 2j).__complex__(), (1 + 2j).__getnewargs__())
for call in ("(1j).conjugate(1)", "(1j).real.x", "setattr(1j, 'real', 2)", "(1j).__format__(1)", "(1j).__eq__('a')", "(1j).__lt__(2j)", "(1j).__add__('a')", "(1j).__radd__(1)", "(1j).__pow__(2)", "(1j).__hash__()", "(1j).__bool__()", "complex.__new__()", "complex.__new__(int)"):
    try:
        print(call, repr(eval(call)))
    except Exception as error:
        print(call, type(error).__name__, error)


class Own(complex):
    def __repr__(self):
        return "Own" + super().__repr__()


own = Own(1, 2)
own.tag = 5
print(own, [own], type(own + 1), type(own.conjugate()), type(-own), type(+own), abs(Own(3, 4)), own == 1 + 2j, hash(own) == hash(1 + 2j), own.tag)
