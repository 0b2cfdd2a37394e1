import sys, gc
x = []
print(sys.getrefcount(x))
y = x; z = [x]
print(sys.getrefcount(x))
del y, z
print(sys.getrefcount(x))
def f(a): return sys.getrefcount(a)
print(f(x) - sys.getrefcount(x) >= 1)
gc.collect(); gc.disable()
def cycle():
    a = []; a.append(a)
    d = {}; d["me"] = d
    class Node: pass
    n, m = Node(), Node(); n.m, m.n = m, n
l = []; l.append(l); del l
print(gc.collect())
a, b = {}, {}; a["b"], b["a"] = b, a; del a, b
print(gc.collect(), gc.collect())
class N: pass
n = N(); n.self = n; del n
print(gc.collect())
def closure():
    def inner(): return inner
    return inner
closure()
print(gc.collect() > 0, gc.isenabled()); gc.enable(); print(gc.isenabled(), gc.garbage)
