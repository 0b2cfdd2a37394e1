# Enumerations made by a call; values that are chosen; checks.
import enum
from enum import *


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class G(Enum):
    def _generate_next_value_(name, start, count, last): return (name,start,count,last[:])
    A=auto(); B=auto(); C=3
print([m.value for m in G])
A1=Enum('A1','x y z'); print(list(A1), A1.__module__, A1.__qualname__)
A2=Enum('A2',[('x',5),('y',7)]); print(list(A2))
A3=Enum('A3',{'x':5,'y':'q'}); print(list(A3))
A4=IntEnum('A4',['p','q'],start=10); print(list(A4))
A5=Flag('A5','p q r'); print(list(A5))
A6=Enum('A6','p q',type=str); print(list(A6), A6.p=='1')
attempt(lambda: Enum('E')); attempt(lambda: Enum('E', ())); attempt(lambda: list(Enum('E',())))
def u():
    @unique
    class U(Enum):
        A=1;B=1;C=2;D=2
attempt(u)
def v(check, base, **kw):
    ns=base.__class__.__prepare__('V',(base,))
    for k,x in kw.items(): ns[k]=x
    ns['__module__']='m'
    return verify(check)(base.__class__('V',(base,),ns))
attempt(lambda: v(CONTINUOUS,Enum,A=1,B=3)); attempt(lambda: v(CONTINUOUS,Flag,A=1,B=8)); attempt(lambda: v(NAMED_FLAGS,Flag,A=1,B=8,C=7)); attempt(lambda: v(UNIQUE,Enum,A=1,B=1)); attempt(lambda: v(UNIQUE,Enum,A=1,B=2)); attempt(lambda: v(NAMED_FLAGS,Flag,A=1,B=8,C=7,D=31))
