inf, nan = float("inf"), float("nan")
for z in (
    0j, -0j, 1j, -1j, 1 + 0j, complex(-0.0, 1), complex(-0.0, -0.0), complex(1e16, 1e-5), complex(inf, -inf),
    complex(nan, nan), 1.5 - 2.5j,
):
    print(z, z.real, z.imag, z.conjugate(), -z, +z, bool(z), z.__getnewargs__(), complex(repr(z)) == z)
for text in "1+2j", " ( 1+2j ) ", "j", "-J", "1e5", "+1.5e-3j", "infj", "nan-infj", "1_0+2_0j", "１+２j", "1-j":
    print(repr(text), complex(text))
for text in "", "1 + 2j", "(1+2j", "1+2", "1j2", "jj", "1__0j", "_1j", "1+2j)", "abc", "()":
    try:
        print(complex(text))
    except ValueError as e:
        print(e)
class C:
    def __complex__(self):
        return 3 + 4j
print(
    complex(C()), complex(1, 2), complex(1 + 2j, 3j), complex(imag=2), complex(real=1.5), complex(),
    complex(2**70), complex(True),
)
for arguments in ("1", 2), (1, "2"), ([],), (1, []), (None,), (b"1",), (1, 2, 3):
    try:
        print(complex(*arguments))
    except TypeError as e:
        print(e)
