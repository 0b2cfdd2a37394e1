# types.FunctionType checks what it is made of.
import types


def outer():
    value = 1

    def inner():
        return value

    return inner


code, plain = outer().__code__, (lambda a, b=2: (a, b)).__code__
cell = types.CellType(9)
print(types.FunctionType(code, {}, closure=(cell,))(), types.FunctionType(plain, {}, "named", (7,)).__name__)
for arguments in ((code, {}), (code, {}, None, None, ()), (code, {}, None, None, 5), (code, {}, None, None, (1,)),
                  (plain, {}, 5), (plain, {}, None, 5), (plain, {}, None, None, None, 5), (plain, {}, None, None, (cell,)),
                  (5, {}), (plain, 5)):
    try:
        types.FunctionType(*arguments)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
f = types.FunctionType(plain, {}, "f", (1, 2, 3, 4))
print(f(), f(8), f(8, b=9))
try:
    f(1, 2, 3)
except TypeError as e:
    print(e)
