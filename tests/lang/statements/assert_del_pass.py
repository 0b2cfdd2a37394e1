assert True, "fine"
try: assert 1 == 2, f"{1} is not {2}"
except AssertionError as e: print(repr(e))
try: assert not []; assert None
except AssertionError as e: print(repr(e), e.args)
x = [1, 2, 3]; y = x
del x
print(y)
d = {"a": 1}; del d["a"]; print(d)
class A: pass
a = A(); a.z = 1; del a.z; print(vars(a))
for bad in ("del undefined", "del y[9]", "del d['q']", "del a.q", "del (1).real"):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
def f(): pass
print(f(), [f() for _ in range(2)])
if 0: pass
elif 1: print("elif")
else: pass
print(1 if 0 else 2, 1 and 2, 0 or "x", not 1, 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, None is None, [] is not [])
print(1 or 1/0, 0 and 1/0, (lambda: (yield))().__class__.__name__)
def g():
    "doc"; return 1; print("never")
print(g(), g.__doc__); print("semi"); print("colon")
if True: print("one line")
for i in 1, 2: print(i, end=";")
print(*[1, 2], sep="-", end="!\n")
print((1), (1,), (), [1,], {1,}, {}, {1: 2,})
