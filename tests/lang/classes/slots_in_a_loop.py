class A:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
class B(A):
    __slots__ = ("z",)
class C(A): pass
class Other:
    __slots__ = ("p", "q")
Other.x = A.x
total = 0
for i in range(20):
    for cls in (A, B, C):
        o = cls(i)
        o.x += 1
        o.y = o.x
        total += o.x + o.y
    if i > 10: o.extra = i; total += o.extra
print(total)
def read(o): return o.x
for i in range(10): read(A(1))
for bad in (Other(), A.__new__(A)):
    try: read(bad)
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
a = A(5)
for i in range(8):
    if i == 6: del a.x
    try: print(read(a), end=" ")
    except AttributeError as e: print(e)
