# Complex numbers: arithmetic, construction from text and numbers, text, comparison.
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class C(complex):
    pass


class Has:
    def __init__(self, **methods):
        self.__class__ = type("Has", (), {f"__{name}__": lambda self, result=result: result for name, result in methods.items()})


nan, inf = float("nan"), float("inf")
numbers = ["1+2j", "-0j", "3", "1.5", "complex(inf, nan)", "0j", "-2.5-1j", "1e200+1e200j", "True"]
for operator in "+ - * / **".split():
    for left in numbers[:5]:
        for right in numbers[1:]:
            show(f"({left}) {operator} ({right})")
for text in "'1', '1+2j', ' ( 1.5e3-2J ) ', 'j', '-j', '+inf-nanj', '1+', '1 + 2j', '1+2', '', '1_0+2_0j', '1__0', '(1', 'infinityj', '1e400j', '٣j', b'1', 'nan', '1j+2'".split(", "):
    show(f"complex({text})")
for text in """complex(); complex(1, 2); complex(1j, 2j); complex(real=1, imag=2); complex(imag=3); complex("1", 2); complex(1, "2"); complex(None); complex([]); complex(2**2000); complex(Has(complex=1j)); complex(Has(complex=1)); complex(Has(float=2.5)); complex(Has(index=3)); complex(Has(float=1)); C(1, 2); type(C(1) + 1); complex(C(1, 2)); type(complex(C(1)))
    abs(3 + 4j); abs(complex(inf, nan)); -(1 + 2j); +C(1j); ~1j; bool(0j); (1 + 2j).conjugate(); (1 + 2j).real; (1 - 0j).imag; (1j).__complex__(); int(1j); float(1j); 1j < 2; 1j == 1j; 1 + 0j == 1; 1 + 0j == True; 2j == None; complex(2**53 + 1) == 2**53 + 1; hash(1 + 0j) == hash(1); hash(1j); hash(2.5 + 3j); hash(-1 + 0j)
    1j // 2; 1j % 2; divmod(1j, 2); round(1j); pow(1j, 2, 3); 0j ** -1; 0j ** 1j; 0j ** 0; (1 + 1j) ** 100; (1 + 1j) ** -3; (2 + 0j) ** 0.5; 1j ** 1j; (1e300 + 0j) ** 2; (1 + 1j) ** 1000; 1 / 0j; 5 / (1 + 2j); (1e308 + 1e308j) * 2
    repr(1j); repr(-0j); repr(complex(-0.0, 0.0)); repr(complex(0, -0.0)); repr(complex(nan, inf)); str(1e16 + 1e-7j); repr(1.0 + 2j); format(1.5 + 2j, ".2f"); format(1 + 2j, ">20"); format(1 + 2j, "+.3e"); format(1j, "d"); format(1j, "=10"); format(1j, "010"); format(1234567.5 + 1j, ",.1f"); '%s %r' % (1j, 2j); '%d' % 1j; '%f' % 1j; (1j).real == 0; (3j).__getnewargs__(); sum([1j, 2, 0.5]); complex.from_number""".replace("\n", ";").split(";")[:-1]:
    show(text.strip())
for act in ("(1j).real = 5", "complex.imag.__set__(1j, 2)"):
    try:
        exec(act)
    except Exception as error:
        print(type(error).__name__, error)
