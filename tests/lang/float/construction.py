# float(...) from texts, numbers and objects.
def show(*args, **kwargs):
    try:
        print(args, kwargs, "->", repr(float(*args, **kwargs)))
    except Exception as error:
        print(args, kwargs, "->", type(error).__name__, error)


show()
for text in ["1", "-1.5", "+.5", "5.", "1e5", "1E-5", "1e+5", " 3.25\n", "1_000.000_1", "1e1_0", "nan", "NaN", "-nan", "inf", "-inf", "+Infinity", "INFINITY", "1e400", "-1e400", "1e-400", "-0", "-0.0", "\u0661.\u0662", "0.1e-0", "000.1", b"2.5", bytearray(b"1e3")]:
    show(text)
for text in ["", " ", ".", "e5", "1e", "1e+", "--1", "1__0", "_1", "1_", "1_.5", "1._5", "1e_5", "0x1p3", "1 2", "infinit", "nano", "in", "+ 1", "1,5", "1.5.2", "½", "1\x00", "\x00", b"", b"\xff", b"1_", "1.5j"]:
    show(text)
for value in [1, -7, True, 2**53 + 1, 10**22, 10**308, 10**309, None, [], (), {}, 1j, object]:
    show(value)
show(x=1)
show("1", 2)
print(float(memoryview(b"1.5")))
show("1" * 400)
show("0." + "0" * 400 + "1")
show("9007199254740993")
show("179769313486231580793e289")
show("2.2250738585072011e-308")
show("4.9e-324")
show("2e-324")


class AsFloat:
    def __float__(self):
        return 2.5


class AsIndex:
    def __index__(self):
        return 7


class SubFloat(float):
    pass


class AsSubclass:
    def __float__(self):
        return SubFloat(1.5)


class Bad:
    def __float__(self):
        return 3


class BadIndex:
    def __index__(self):
        return 1.0


import warnings

for kind in (AsFloat, AsIndex, AsSubclass, Bad, BadIndex):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = float(kind())
            print(kind.__name__, result, type(result).__name__, [str(w.message) for w in caught])
        except Exception as error:
            print(kind.__name__, type(error).__name__, error)
