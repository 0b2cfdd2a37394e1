def attempt(name, bases, namespace):
    try:
        print(type(name, bases, namespace).__mro__)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class S: __slots__ = ("a",)
class T: __slots__ = ("b",)
class P: pass


attempt("X", (S, T), {})
attempt("X", (int, list), {})
attempt("X", (bool,), {})
attempt("X", (P, P), {})
attempt("X", (object, P), {})
attempt("X", (int,), {"__slots__": ("a",)})
attempt("X", (), {"__slots__": ("a", 1)})
attempt("X", (), {"__slots__": ("1a",)})
attempt("X", (), {"__slots__": ("a",), "a": 1})
attempt("X", (P,), {"__slots__": ("__dict__",)})


class U(S): __slots__ = ("c", "__dict__")
u = U()
u.a, u.c, u.d = 1, 2, 3
print(u.a, u.c, u.d, u.__dict__)


class V(P, S): pass
v = V()
v.a, v.q = 1, 2
print(v.a, v.q, v.__dict__)


class W(S, P): __slots__ = ()
w = W()
w.a, w.r = 3, 4
print(w.a, w.r, w.__dict__)
