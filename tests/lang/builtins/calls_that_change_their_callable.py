class D(dict):
    def get(self,k,d=None): return ("D",k)
class L(list): pass
def f(d,k): return d.get(k)
def g(d,k): return d.get(k,7)
def p(l): return l.pop()
def ln(x): return len(x)
def a(l,x): return l.append(x)
class X:
    def get(self,k,d=0): return d
    def pop(self): return "pop"
    def append(self,x): return "app"
    def __len__(self): return 5
for d in ({1:2},{},D(),X(),{1:3}):
    for k in (1,"a",[]):
        for h in (f,g):
            try: print(h(d,k))
            except Exception as e: print(type(e).__name__,e)
for l in ([1,2,3],[],L([4]),X(),[5],{1},bytearray(b"ab")):
    for i in range(3):
        try: print(p(l), l if not isinstance(l,X) else 0)
        except Exception as e: print(type(e).__name__,e)
for l in ([1],L(),X(),[1]*4,bytearray(),(1,)):
    for i in range(3):
        try: print(a(l,i), l if not isinstance(l,X) else 0)
        except Exception as e: print(type(e).__name__,e)
for x in ([1],"abc",(1,2),{1:2},{1},X(),b"a",range(5),5):
    try: print(ln(x))
    except Exception as e: print(type(e).__name__,e)
import builtins
def iss(x,c): return isinstance(x,c)
class M(type):
    def __instancecheck__(c,x): return "yes"
class Y(metaclass=M): pass
class Z:
    @property
    def __class__(self): return int
for x,c in ((1,int),(True,int),("a",int),(Z(),int),(1,(int,str)),(1,Y),(1,int|str),(Y(),Y)):
    print(iss(x,c))
try: iss(1,2)
except TypeError as e: print(e)
len=lambda x:42
print(ln([1]))
