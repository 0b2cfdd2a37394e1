"""Unary operators of classes: methods of every kind behind them, at places that see many."""
class A:
    def __neg__(self): return "neg"
    def __pos__(self): yield 1
    async def __invert__(self): return 1
class B:
    def __neg__(self, x=3): return x
    def __pos__(self, x): return x
    __invert__ = staticmethod(lambda: 5)
class C(int):
    def __neg__(self): return int.__neg__(self) * 2
class D: pass
class E:
    __neg__ = None
    def __pos__(self): raise ValueError("no")
    def __invert__(*args): return args.__len__()
def neg(x): return -x
def pos(x): return +x
def inv(x): return ~x
for kind in A, B, lambda: C(4), D, E, lambda: 2, lambda: 1.5:
    for f in neg, pos, inv:
        for _ in range(3):
            x = kind()
            try: r = f(x)
            except Exception as e: r = f"{type(e).__name__}: {e}"
            if hasattr(r, "close"): r.close(); r = type(r).__name__
        print(f.__name__, r)
def deep(n):
    class N:
        def __neg__(self): return -self
    return -N()
try: deep(1)
except RecursionError as e: print(e)
