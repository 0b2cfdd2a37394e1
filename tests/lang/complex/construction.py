# complex(...) from texts, parts and objects.
def show(*args, **kwargs):
    try:
        print(args, kwargs, "->", repr(complex(*args, **kwargs)))
    except Exception as error:
        print(args, kwargs, "->", type(error).__name__, error)


show()
for text in ["1", "1+2j", "-1.5-2.5J", "3j", "-j", "j", "+j", "1e5j", "1e-3+2e+4j", " 1+2j ", "(1+2j)", " ( 1+2j ) ", "nan", "infj", "-inf+nanj", "nan-infj", "1_0+2_0j", "0", "-0-0j", "\u0661+\u0662j", "1.j", ".5j"]:
    show(text)
for text in ["", " ", "1 + 2j", "1+2", "1+j2", "(1+2j", "1+2j)", "()", "1j+2", "jj", "1jj", "1++2j", "1+-2j", "--j", "1e", "a", "1__0j", "_1j", "1+2i", "1\x00", "((1))"]:
    show(text)
for args in [(1,), (1, 2), (1.5, -2.5), (True, False), (1j,), (1j, 1j), (1, 1j), (1j, 2), (0, -0.0), (-0.0, 0), (10**20, 1), (10**400,), (None,), ([],), (b"1",), ("1", 2), (1, "2"), (1, None), (None, 1), (1, 2, 3)]:
    show(*args)
show(real=1, imag=2)
show(imag=3)
show(real="1+2j")
show(1, real=2)
show(1, x=2)


class AsComplex:
    def __complex__(self):
        return 1 + 2j


class AsFloat:
    def __float__(self):
        return 2.5


class AsIndex:
    def __index__(self):
        return 7


class Bad:
    def __complex__(self):
        return 1.5


class Sub(complex):
    pass


class AsSub:
    def __complex__(self):
        return Sub(5)


import warnings

for value in (AsComplex(), AsFloat(), AsIndex(), Bad(), Sub(3, 4), AsSub()):
    for args in ((value,), (value, 1), (1, value)):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                result = complex(*args)
                print(type(value).__name__, len(args), result, type(result).__name__, [str(w.message) for w in caught])
            except Exception as error:
                print(type(value).__name__, len(args), type(error).__name__, error)
