class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = A(1); b = a
del a; print("one name left")
del b; print("gone")
x = A(2); x = A(3); print("rebound")
def f():
    local = A(4)
    print("in f")
f(); print("after f")
l = [A(5), A(6)]; l.pop(); print("popped"); l.clear(); print("cleared")
d = {"k": A(7)}; d["k"] = None; print("replaced")
def g(v): return v.n
print(g(A(8)))
t = (A(9),); del t
try:
    e = A(10)
    raise ValueError
except ValueError: pass
del e
class R:
    def __del__(self): global saved; saved = self; print("resurrect")
r = R(); del r; print(type(saved).__name__); del saved; print("second del is silent")
class Bad:
    def __init__(self): pass
s = {A(11)}; s.clear()
A(12); print("temporary")
for i in range(2): v = A(20 + i)
print("loop done"); del v
