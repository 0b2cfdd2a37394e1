# What exceptions, containers, partials and single values are reduced to, and copies made of that.
import functools, collections, copy, types, itertools, contextvars, warnings
warnings.simplefilter("ignore")
def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"
class E1(Exception): pass
for e in [Exception(), ValueError(1,2), E1("x"), OSError(2,"no"), OSError(2,"no","f"), OSError(2,"no","f",None,"g"), OSError(2), ImportError("m"), ImportError("m",name="n",path="p"), ModuleNotFoundError("q",name="n"), AttributeError("a",name="n",obj=1), NameError("n",name="m"), KeyError(1), StopIteration(5), SystemExit(3), SyntaxError("m",("f",1,2,"t",3,4)), UnicodeDecodeError("utf-8",b"a",0,1,"r"), ExceptionGroup("m",[ValueError(1)]), BlockingIOError(11,"b",3), ImportError("a","b"), ImportError(name="x")]:
    print(type(e).__name__, attempt(e.__reduce__))
    e.extra = 5; e.__notes__ = ["x"]
    print(attempt(e.__reduce__), attempt(lambda: vars(copy.copy(e))), attempt(lambda: repr(copy.deepcopy(e))))
    for state in (None, {"a": 1, "args": (7,)}, {1: 2}, 5, {"__cause__": 3}, [("a", 1)], {"__traceback__": None}): print(attempt(e.__setstate__, state), getattr(e, "a", None), e.args)
d = collections.deque([1,2,3], 5)
print(d.__reduce__()[:3], iter(d).__reduce__(), reversed(d).__reduce__(), copy.copy(d), copy.deepcopy(d), collections.deque([1]).__reduce__()[:3])
class D(collections.deque): pass
d2 = D([1,2], 3); d2.x = 1; print(d2.__reduce__()[:2], copy.copy(d2), copy.copy(d2).maxlen, d2.copy(), type(d2 + d2), D.__copy__(d2))
class D3(collections.deque):
    def __init__(self, *a): super().__init__(*a); 
d3 = D3([1]); print(copy.copy(d3), copy.deepcopy(d3), d3.copy())
dd = collections.defaultdict(list, a=[1]); print(dd.__reduce__()[:4], list(dd.__reduce__()[4]), copy.copy(dd), copy.deepcopy(dd), dd.__copy__(), collections.defaultdict().__reduce__()[:4])
class DD(collections.defaultdict): pass
x = DD(int, {1: 2}); x.y = 3; print(x.__reduce__()[:4], copy.copy(x), type(copy.copy(x)), x.copy(), attempt(DD, 5), attempt(collections.defaultdict, "a"), attempt(collections.defaultdict.__init__, dd, 4))
o = collections.OrderedDict(a=1, b=2); print(o.__reduce__()[:4], list(o.__reduce__()[4]), copy.copy(o), copy.deepcopy(o))
it = iter(o); next(it); print(it.__reduce__(), list(it), it.__reduce__(), iter(o.items()).__reduce__(), reversed(o).__reduce__(), iter(o.values()).__reduce__())
o.z = 4; print(o.__reduce__()[:3]); print(copy.copy(o).z)
class O(collections.OrderedDict): pass
print(O(a=1).__reduce__()[:3], attempt(O.fromkeys, 5), attempt(o.update, [(1,)]), attempt(o.update, [1]), attempt(collections.OrderedDict, [(1, 2, 3)]), attempt(collections.OrderedDict, [()]))
p = functools.partial(int, "10", base=2); print(p.__reduce__(), copy.copy(p)(), copy.deepcopy(p)()); p.x = 5; print(p.__reduce__(), p.__dict__)
print(attempt(p.__setstate__, (int, ("7",), {}, None)), p(), attempt(p.__setstate__, 5), attempt(p.__setstate__, (1, 2)), attempt(p.__setstate__, (1, (), {}, None)), attempt(p.__setstate__, (int, [], {}, None)), attempt(p.__setstate__, (int, (), [], None)), attempt(p.__setstate__, (int, (), None, {"q": 1})), p.__dict__, p)
p.__dict__ = {"w": 1}; print(p.w, attempt(setattr, p, "__dict__", 5), attempt(delattr, p, "__dict__"))
class P(functools.partial): pass
pp = P(int); print(P.__get__(pp, 1, int), pp.__get__(None, int), attempt(lambda: type("T", (), {"m": functools.partial(print, 1)})().m()))

@functools.lru_cache
def cached(x): "doc"; return x
print(cached.__reduce__(), copy.copy(cached) is cached, copy.deepcopy(cached) is cached, type("T", (), {"m": cached})().m.__func__ is cached, cached.__get__(None, int) is cached, sorted(cached.__dict__))
cached.__dict__ = {"a": 1}; print(cached.a, attempt(setattr, cached, "__dict__", 3))
k = functools.cmp_to_key(lambda a, b: a - b)(5); print(attempt(lambda: k < 5), k.obj, k < functools.cmp_to_key(lambda a, b: 1)(3)); k.obj = 9; print(k.obj, attempt(delattr, k, "obj"), attempt(lambda: k.obj), attempt(hash, k))
n = types.SimpleNamespace(a=1); print(n.__reduce__(), copy.copy(n), copy.deepcopy(n))
g = itertools.groupby([1,1,2]); print(attempt(itertools.groupby), attempt(itertools.groupby, 5), [(a, list(b)) for a, b in g], attempt(itertools._grouper, 1) if hasattr(itertools, "_grouper") else "TypeError")
t, u = itertools.tee([1,2,3]); print(attempt(type(t)), attempt(type(t), 5), list(type(t)([1, 2])), list(type(t)(u)), attempt(type(t), [1], 2))
c = contextvars.copy_context(); v = contextvars.ContextVar("v"); c.run(v.set, 5); print(list(c.keys()) == [v], list(c.values()), list(c.items()) == [(v, 5)], v in c, c[v], c.get(v), len(c), [x.name for x in c])
print(Ellipsis.__reduce__(), NotImplemented.__reduce__(), attempt(type(None)), attempt(type(...)), attempt(type(NotImplemented)), attempt(type(None), 1), attempt(type(...), 1), copy.copy(...), copy.deepcopy(NotImplemented))
m = types.MappingProxyType({"a": 1}); print(m | {"b": 2}, {"c": 1} | m, attempt(lambda: m | 5), attempt(lambda: 5 | m), list(reversed(m)), attempt(m.__ior__, {}), attempt(lambda: __import__("operator").ior(m, {})))
print(attempt(range.__new__, range, 3), attempt(range.__new__, range), attempt(slice.__new__, slice, 1, 2), attempt(slice.__new__, slice), attempt(range.__new__, int, 3), attempt(slice.__new__, int), attempt(range.__new__))
