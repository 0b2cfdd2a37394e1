"""isinstance() at one place: metaclasses that answer, objects that claim another class, tuples, unions, what is no class."""
class M(type):
    def __instancecheck__(c, o): print("asked", c.__name__, type(o).__name__); return False
class A(metaclass=M): pass
class B(A): pass
class P:
    @property
    def __class__(self): return int
a=A(); b=B(); p=P()
def look(o, *cs):
    r=[]
    for c in cs*3:
        r.append(isinstance(o, c))
    return r
print(look(a, A)); print(look(b, A)); print(look(a,(int,A))); print(look(a,(B,A)))
print(look(p,int,P,(str,int),str)); print(look(5,int,str,(str,float),(str,int),object,A)); print(look(True,int,bool,str))
print(look("a",A,(A,),int|str,P)); print(look(None,type(None),int))
import weakref
class W: pass
w=W(); pr=weakref.proxy(w)
print(look(pr,W,int,weakref.ProxyType))
for bad in (5,(int,5),(5,int),"x"):
    for o in (5,"a",a):
        try: print([isinstance(o,bad) for _ in range(3)])
        except TypeError as e: print(e)
