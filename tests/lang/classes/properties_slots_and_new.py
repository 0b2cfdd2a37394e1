import collections, os, types
class P:
    def __fspath__(self): return 'p'
print(issubclass(P, os.PathLike), isinstance(P(), os.PathLike))
class Q: pass
os.PathLike.register(Q)
print(issubclass(Q, os.PathLike), type(os.PathLike))
class V:
    def getDict(self): return {'a': 2}
    __dict__ = property(fget=getDict)
print(vars(V()))
def f(): pass
print(type(f.__builtins__), f.__builtins__ is __builtins__.__dict__)
def cell(v): return types.CellType(v)
print(cell(2) < cell(3), cell(-36) == cell(-36.0), cell(True) > cell(0), types.CellType() < cell(1), cell(1) == 1, types.CellType() == types.CellType())
p = property(lambda s: 1)
try: print(p.__name__)
except AttributeError as e: print(e)
class A:
    @property
    def foo(self): 'doc'; return 1
    bar = property(None)
    def baz(self): pass
    q = property(baz, doc='dd')
print(A.foo.__name__, A.bar.__name__, A.q.__name__)
A.foo.__name__ = 'zz'; print(A.foo.__name__)
try: A().bar
except AttributeError as e: print(e)
class PS(property): 
    """sub doc"""
class B:
    @PS
    def user(self): "user"
    @PS
    def nodoc(self): pass
print(B.user.__doc__, B.nodoc.__doc__)
class SP(property): __slots__ = ('foo',)
try: print(SP(lambda s: 1).__doc__)
except AttributeError as e: print(e)
class DocSlot(property): __slots__ = ('__doc__',)
def g(s): 'gd'
print(DocSlot(g).__doc__)
class S:
    __slots__ = ['a']
try: S().a
except AttributeError as e: print(e)
try: S().b
except AttributeError as e: print(e)
try: S().b = 1
except AttributeError as e: print(e)
def h():
    class X: __slots__ = ['a']
    try: X().a
    except AttributeError as e: print(e)
    try: del X().a
    except AttributeError as e: print(e)
h()
class C:
    def __new__(cls, arg):
        if isinstance(arg, str): return [1, 2, 3]
        elif isinstance(arg, int): return object.__new__(D)
        else: return object.__new__(cls)
class D(C):
    def __init__(self, arg): self.foo = arg
print(C("1"), D(None).foo, C(1).foo)
