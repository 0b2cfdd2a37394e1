# What each operator says about operands it cannot take, and about zero.
import operator

others = ["a", None, [1], 1.5, 2j, b"x", (), {}, object]
names = "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor matmul lt le gt ge".split()
for name in names:
    function = getattr(operator, name)
    for other in others:
        for left, right in ((7, other), (other, 7)):
            try:
                result = function(left, right)
                print(name, left, right, repr(result))
            except Exception as error:
                print(name, left, right, type(error).__name__, error)
for name in ("truediv", "floordiv", "mod"):
    for zero in (0, 0.0, False, 0j):
        try:
            print(getattr(operator, name)(7, zero))
        except Exception as error:
            print(name, repr(zero), type(error).__name__, error)
for zero in (0, 0.0, 0j):
    try:
        print(divmod(1, zero))
    except Exception as error:
        print("divmod", repr(zero), type(error).__name__, error)
    try:
        print(zero**-1)
    except Exception as error:
        print("pow", repr(zero), type(error).__name__, error)
x = 5
for text in ("x += 'a'", "x -= []", "x *= None", "x /= 'a'", "x //= {}", "x %= ()", "x **= 'a'", "x <<= 1.0", "x >>= '1'", "x &= 1.0", "x |= None", "x ^= 'a'", "x @= 1"):
    try:
        exec(text)
    except Exception as error:
        print(text, type(error).__name__, error)
for text in ("-'a'", "+[]", "~1.5", "~'a'", "abs('a')", "-None", "~{}"):
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
