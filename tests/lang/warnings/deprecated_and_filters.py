import warnings, inspect
warnings.simplefilter("always")
def shown(f, *a, **k):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: r = f(*a, **k)
        except Exception as e: r = (type(e).__name__, str(e))
    print(r if not isinstance(r, type) else r.__name__, [(x.category.__name__, str(x.message), x.lineno) for x in w])
@warnings.deprecated("old f")
def f(x): return x
shown(f, 1)
print(f.__deprecated__, f.__name__)
@warnings.deprecated("old C", category=FutureWarning)
class C:
    def __init__(self, x=1): self.x = x
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
shown(lambda: C(5).x)
shown(lambda: type("D", (C,), {}))
@warnings.deprecated("older C2")
class C2: pass
def mk():
    class D2(C2): pass
    return D2().__class__
shown(mk)
shown(lambda: C2(1))
@warnings.deprecated("quiet", category=None)
def q(): return 1
shown(q)
for bad in (lambda: warnings.deprecated(1), lambda: warnings.deprecated(), lambda: warnings.warn("x", 5), lambda: warnings.warn("x", skip_file_prefixes=[]),
    lambda: warnings.warn("x", skip_file_prefixes="a"), lambda: warnings.warn("x", skip_file_prefixes=(1,)), lambda: warnings.filterwarnings("nope"), lambda: warnings.filterwarnings("error", lineno=-1),
    lambda: warnings.filterwarnings("error", message=5), lambda: warnings.filterwarnings("error", category=5), lambda: warnings.simplefilter("x"), lambda: warnings.warn_explicit("a", 5, "f", 1),
    lambda: warnings.warn(UserWarning("u"), ValueError), lambda: warnings.simplefilter("error", int), lambda: warnings.simplefilter("error", lineno="a")):
    shown(bad)
w = warnings.formatwarning("msg", UserWarning, "file.py", 3, "the line")
print(repr(w))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", RuntimeWarning)
    except RuntimeWarning as e: print("raised", e)
with warnings.catch_warnings(action="ignore", category=UserWarning): warnings.warn("nothing")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("once")
    for i in range(3): warnings.warn("same")
    warnings.simplefilter("default"); 
    for i in range(3): warnings.warn("samed")
    warnings.simplefilter("module")
    for i in range(3): warnings.warn("samem")
    warnings.resetwarnings(); print(warnings.filters)
    warnings.warn("after")
print([str(w.message) for w in log], log[0].__class__.__name__, log[0].category, log[0].source, log[0].line)
print(str(log[0])[:60])
cw = warnings.catch_warnings(); print(cw)
try:
    with cw:
        with cw: pass
except RuntimeError as e: print(e)
try: warnings.catch_warnings().__exit__()
except RuntimeError as e: print(e)
with warnings.catch_warnings(record=True) as log:
    warnings.filterwarnings("ignore", message="ab", category=UserWarning)
    warnings.filterwarnings("always", module="__main__", append=True)
    warnings.warn("abc"); warnings.warn("cab"); warnings.warn("ABX"); 
    print([str(x.message) for x in log], [t[0] for t in warnings.filters][:2])
def show(message, category, filename, lineno, file=None, line=None): print("custom", message, category.__name__)
with warnings.catch_warnings():
    warnings.simplefilter("always"); warnings.showwarning = show; warnings.warn("hook")
