class M:
    def __init__(self, n, swallow=False, fail=None): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self):
        print("enter", self.n)
        if self.fail == "enter": raise RuntimeError("enter failed")
        return self
    def __exit__(self, t, v, tb):
        print("exit", self.n, t.__name__ if t else None)
        if self.fail == "exit": raise KeyError("exit failed")
        return self.swallow
with M(1): print("body")
with M(1, True), M(2): raise ValueError("swallowed")
with (M(1) as a, M(2) as b,): print(a.n, b.n)
try:
    with M(1), M(2, fail="enter"): print("never")
except RuntimeError as e: print(e)
try:
    with M(1, fail="exit"): raise ValueError("body")
except KeyError as e: print(e, repr(e.__context__))
def f():
    for i in range(3):
        with M(i):
            if i == 0: continue
            return "returned"
print(f())
class O: pass
o = O()
with M(5) as o.attr: print(o.attr.n)
for bad in ("with 5: pass", "with O(): pass"):
    try: exec(bad)
    except TypeError as e: print(e)
def gen():
    with M("g"): yield 1; yield 2
g = gen(); print(next(g)); g.close()
