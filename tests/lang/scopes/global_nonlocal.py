x = 1
def f():
    global x, new
    x += 1
    new = "made"
f(); print(x, new)
def g():
    x = 10
    def h():
        nonlocal x
        x += 1
        def k():
            global x
            x += 100
            return x
        return k()
    return h(), x
print(g(), x)
def u():
    print(v)
    v = 1
try: u()
except UnboundLocalError as e: print(e)
def d():
    q = 1
    del q
    return q
try: d()
except UnboundLocalError as e: print(e)
def c():
    def inner(): return z
    if False: z = 1
    return inner()
try: c()
except NameError as e: print(type(e).__name__, e)
try: undefined_name
except NameError as e: print(e)
def shadow(len): return len
print(shadow(5), len("abc"))
def exc():
    try: raise ValueError("q")
    except ValueError as e: pass
    return "e" in locals()
print(exc())
print(sorted(k for k in globals() if len(k) == 1 and k in "xfguc"))
def loc(a, b=2):
    c = 3
    return locals()
print(loc(1))
exec("y = x * 2"); print(y)
ns = {}; exec("a = 1\ndef f(): return a + 1", ns); print(ns["f"](), sorted(ns)[:2] and "a" in ns)
print(eval("x + y", {"x": 1, "y": 2}), eval("[i for i in range(n)]", {"n": 3}))
