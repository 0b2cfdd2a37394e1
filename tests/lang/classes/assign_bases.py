# __bases__ = ...: the MRO of the class and of its subclasses follows; what fails changes nothing.
def attempt(text, **names):
    try:
        exec(text, names)
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
    else:
        print("done")


class A:
    def where(self):
        return "A"


class B:
    def where(self):
        return "B"

    def __len__(self):
        return 7


class C(A):
    pass


class D(C):
    pass


d = D()
print(d.where(), [c.__name__ for c in D.__mro__])
C.__bases__ = (B,)
print(d.where(), len(d), [c.__name__ for c in D.__mro__])
print(A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print(d.where(), len(d), [c.__name__ for c in D.__mro__])

attempt("C.__bases__ = (D,)", C=C, D=D)
attempt("C.__bases__ = ()", C=C)
attempt("C.__bases__ = [A]", C=C, A=A)
attempt("C.__bases__ = (1,)", C=C)
attempt("C.__bases__ = (list,)", C=C)
attempt("C.__bases__ = (object,)", C=C)
attempt("C.__bases__ = (type(None),)", C=C)
attempt("del C.__bases__", C=C)
attempt("A.__bases__ = (B,)", A=A, B=B)


class E(C, A):
    pass


attempt("C.__bases__ = (B,)", C=C, B=B)
attempt("A.__bases__ = (C,)", A=A, C=C)


class Once(type):
    def mro(cls):
        if getattr(Once, "blocked", False):
            raise RuntimeError("no other order")
        return type.mro(cls)


class F(D, metaclass=Once):
    pass


Once.blocked = True
before = C.__mro__, D.__mro__, F.__mro__
attempt("C.__bases__ = (B,)", C=C, B=B)
print((C.__mro__, D.__mro__, F.__mro__) == before, d.where())
