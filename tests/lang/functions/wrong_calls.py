# what a call of a Python function says when its arguments do not fit
import sys
def t(f, *a, **k):
    try: r = f(*a, **k); print('ok', type(r).__name__)
    except BaseException as e: print(type(e).__name__, '|', e)
def f(a, b): pass
def g(a, b=1, *, c, d=2): pass
def h(a, /, b): pass
def k(*, x): pass
def n(): pass
def p(a, b, /, c, *, d, e): pass
def star(a, *args): pass
class C:
    def m(self, x): pass
    def __init__(self, q): self.q = q
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(z): pass
t(f); t(f,1); t(f,1,2,3); t(f,1,2,3,4); t(f,1,a=2); t(f,1,2,c=3); t(f,a=1); t(f,b=1); t(f,1,2,a=3,b=4)
t(g); t(g,1); t(g,1,2,3); t(g,1,2,3,c=1); t(g,c=1); t(g,1,e=1,c=2); t(g,1,2,3,4,d=1)
t(h); t(h,1); t(h,a=1,b=2); t(h,1,2,3); t(h,b=1)
t(k); t(k,1); t(k,1,x=2); t(k,y=1); t(k,x=1,y=2)
t(n,1); t(n,1,2); t(n,a=1)
t(p); t(p,1); t(p,1,2,3); t(p,a=1,b=2,c=3,d=4,e=5); t(p,1,2,3,d=1); t(p,1,2,3,4,5,d=1); t(p,1,2,3,4,d=1,e=2,g=3)
t(star); t(star,b=1)
t(C); t(C,1,2); c=C(1); t(c.m); t(c.m,1,2); t(C.m); t(c.m,y=1); t(C.cm); t(C.cm,1,2); t(C.sm); t(c.sm,1,2)
t(lambda a,b:0); t((lambda:0),1)
t(f,*1); 
