class A: pass
class B(A): pass


print(isinstance(B(), A), isinstance(A(), B), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, ()))
print(issubclass(B, A), issubclass(bool, int), issubclass(A, (int, object)), isinstance(A, type), isinstance(5, int | str))


class Meta(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int


class M(metaclass=Meta): pass


print(isinstance(5, M), isinstance(6, M), issubclass(int, M), issubclass(str, M), isinstance(M(), M))
for bad in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, "x"), lambda: isinstance(1, (int, 5)),
            lambda: isinstance("x", (int, 5))):
    try:
        print(bad())
    except TypeError as error:
        print(error)
