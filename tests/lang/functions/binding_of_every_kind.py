def show(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
def f(a,b=2,/,c=3,*args,d,e=5,**kw): return a,b,c,args,d,e,kw
show(f,1,d=4)
show(f,1,2,3,4,5,d=6,z=7)
show(f)
show(f,1)
show(f,1,a=3,b=4,d=1)
show(f,1,c=2,d=1,**{'x y':3})
def g(a,*,k=1,**kw): return a,k,kw
print(g(1,k=2,z=3), g(a=1,z=2,y=3), g(1))
show(g,1,2)
show(g,a=1,b=2)
show(lambda:g(1,a=2))
class M:
    def keys(self): return ['k','q']
    def __getitem__(self,n): return n*2
print(g(1,**M()))
try: g(1,**3)
except TypeError as e: print(e)
try: g(1,**{1:2})
except TypeError as e: print(e)
try: g(*3)
except TypeError as e: print(e)
try: g(**{'a':1},**{'a':2})
except TypeError as e: print(e)
class S(str): pass
print(g(1,**{S('k'):5}), g(1,**{S('zz'):5}), g(1,**{'k'+chr(122):1}), g(1,**{''.join(['k']):9}))
class C:
    def __init__(self,a,b=2,*args,c=3,**kw): self.v=(a,b,args,c,kw)
for t in range(3):
    print(C(1).v, C(1,2,3).v, C(a=1).v, C(1,c=5,d=6).v, C(b=1,a=2).v)
    show(C); show(C,1,2,a=3); 
class D:
    def __init__(self,a=1): return a
show(D)
show(lambda: type(D(None)).__name__)
show(lambda:D(a=3))
class E:
    def __init__(self,a): pass
    def __del__(self): print('del')
show(lambda:E(b=1))
show(lambda:E())
show(lambda: E(1,2))
def many(*a): return len(a)
print(many(*range(1000)), many(*[1]*40, 2), many(1,*(),2))
def opts(**k): return k
d={'a':1}
r=opts(**d)
r['b']=2
print(d, opts(**d), r)
def rec(n,*a,**k): return 0 if n==0 else rec(n-1,*a,**k)+len(a)+len(k)
print(rec(50,1,2,x=3))
import sys
def deep(n,*a): return deep(n+1,*a)
try: deep(0,1)
except RecursionError as e: print(e)
def gen(*a,**k):
    yield a
    yield k
print(list(gen(1,2,z=3)), list(gen(*(1,),**d)))
class W:
    def __enter__(self): return 5
    def __exit__(self,*a): print(a[0]); return True
with W() as w: print(w); 1/0
class W2: 
    def __enter__(self): raise KeyError('e')
    def __exit__(self,*a): print('no')
try:
    with W2(): pass
except KeyError as e: print(repr(e))
class W3:
    enter=lambda self:3
    @staticmethod
    def __enter__(): return 7
    @classmethod
    def __exit__(cls,*a): print(cls.__name__,len(a))
with W3() as q: print(q)
for bad in (3, type('A',(),{'__enter__':lambda s:1})()):
    try:
        with bad: pass
    except TypeError as e: print(str(e).replace('object','obj'))
def dflt(a,b=[],*,c={}): b.append(a); c[a]=1; return b,c
print(dflt(1),dflt(2,c={}),dflt(b=[0],a=4))
dflt.__kwdefaults__=None
show(dflt,1)
dflt.__defaults__=(7,8,9)
dflt.__kwdefaults__={'zz':1,'c':{}}
show(dflt)
