import inspect, sys
class A:
    "doc"
    x = 1
    def m(self, a): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    @property
    def p(self): return 1
class B(A):
    def m(self): pass
    y: int = 3
for a in inspect.classify_class_attrs(B):
    if not a.name.startswith('__') or a.name in ('__init__','__doc__','__module__','__class__'): print(a.name, a.kind, a.defining_class, str(a.object).split(' at ')[0])
print(inspect.classify_class_attrs(A)[-1]._fields if hasattr(inspect.classify_class_attrs(A)[-1],'_fields') else '')
def f(a, b=2, *args, c, d=4, **kw):
    z = 5
    fr = inspect.currentframe()
    print(inspect.getargvalues(fr).args, inspect.getargvalues(fr).varargs, inspect.getargvalues(fr).keywords)
    print(inspect.formatargvalues(*inspect.getargvalues(fr)))
f(1, c=3); f(1,2,3,4,c=5,q=6)
print(inspect.getargs(f.__code__), inspect.getfullargspec(f))
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: inspect.getcallargs(f, 1, c=3)); t(lambda: inspect.getcallargs(f)); t(lambda: inspect.getcallargs(f, 1)); t(lambda: inspect.getcallargs(f, 1, a=2, c=1)); t(lambda: inspect.getcallargs(f, 1, 2, 3, c=1, z=9))
def g(a, b, c): pass
t(lambda: inspect.getcallargs(g)); t(lambda: inspect.getcallargs(g, 1)); t(lambda: inspect.getcallargs(g, 1,2,3,4)); t(lambda: inspect.getcallargs(g, 1, x=2)); t(lambda: inspect.getcallargs(A().m, 5)['a']); t(lambda: inspect.getcallargs(A().m))
print(inspect.getclasstree([A, B, int, bool])); print(inspect.getclasstree([B], True))
def h(a: "int", b: "list[str]" = None) -> "float": pass
print(inspect.signature(h), inspect.signature(h, eval_str=True))
for o in (int, str, bytes, range, slice, object, type, classmethod, staticmethod, property, list, dict, set, B, enumerate, zip, bool, float, Exception, super, memoryview, filter):
    t(lambda: (o, str(inspect.signature(o))))
class Sub(list): pass
t(lambda: inspect.signature(Sub)); 
class S2(int): pass
t(lambda: inspect.signature(S2))
class M(type): pass
t(lambda: inspect.signature(M))
t(lambda: inspect.getargs(1))
print(inspect.getmro(B), inspect.getdoc(B), inspect.isabstract(B), inspect.getmembers(B, inspect.isfunction)[0][0], inspect.cleandoc(" a\n   b\n  c"))
