import gc

def names(o): return sorted(type(r).__name__ for r in gc.get_referrers(o))
class A: pass
l, d, a = [], {}, A()
l.append(l); d[1] = d; a.me = a
print(names(l), names(d), names(a), any(r is l for r in gc.get_referrers(l)))
