# += of bytearrays and lists, and of classes derived from them, with operands that have an __radd__.
class Right:
    def __radd__(self, other):
        return ("radd", other)

    def __rmul__(self, other):
        return ("rmul", other)


class A(bytearray):
    pass


class L(list):
    pass


for make in (lambda: bytearray(b"x"), lambda: A(b"x"), lambda: [1], lambda: L([1]), lambda: (1,), lambda: "s", lambda: b"b", lambda: 5, lambda: {}, lambda: 2.5):
    for right in (Right(), b"y", [2], (3,), 2, None, "t", 1.5):
        for operator in ("+=", "*=", "|=", "@="):
            scope = {"x": make(), "y": right}
            try:
                exec(f"x {operator} y", scope)
                print(operator, type(scope["x"]).__name__, scope["x"])
            except Exception as error:
                print(operator, type(error).__name__, error)
