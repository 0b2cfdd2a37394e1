# Data broken into lines, by kind.
from pprint import *
import pprint as P, collections as C, types
from dataclasses import dataclass, field
@dataclass
class D:
    name:str
    items:list=field(default_factory=list)
    sub:object=None
d={'key%d'%i:list(range(i*3)) for i in range(6)}
pprint(d); pprint(d,width=30); pprint(d,width=30,compact=True); pprint(d,indent=4,width=40); pprint(d,depth=1); pp({'b':1,'a':2}); pprint({'b':1,'a':2})
pprint([1,'a',None,(1,),(),{},set(),frozenset([1]),{3,1,2}]); pprint(list(range(50))); pprint(list(range(50)),compact=True); pprint(['x'*30]*4); pprint(('x'*30,)*4); pprint({'x'*50:'y'*50}); pprint({1:{2:{3:{4:'deep'*10}}}},width=20); pprint({1:{2:{3:{4:5}}}},depth=2)
pprint('the quick brown fox '*8); pprint(['the quick brown fox '*8]); pprint('line1\nline2 is longer\n'*4,width=30); pprint({'k':'word '*30}); pprint(b'bytes '*20); pprint([bytearray(b'z'*80)])
pprint(C.OrderedDict((i,'v'*10) for i in range(8))); pprint(C.defaultdict(list,{i:['v'*10] for i in range(8)})); pprint(C.Counter('abcabcab'*3+'zyxwvutsrqponmlkji')); pprint(C.deque(range(40))); pprint(C.deque(range(40),maxlen=50)); pprint(C.ChainMap({'a':'x'*40},{'b':'y'*40})); pprint(types.SimpleNamespace(a='x'*40,b='y'*40,c=[1])); pprint(types.MappingProxyType({'a':'x'*40,'b':'y'*40}))
pprint(D('n'*20,['i'*20]*4,D('s',[1]))); pprint(D('a')); pprint({'x'*10+str(i) for i in range(8)}); pprint(frozenset('x'*10+str(i) for i in range(8)))
l=[1]; l.append(l); print(pformat(l).split(' with')[0],isrecursive(l),isreadable(l),isreadable([1,'a']),isreadable([object()]),saferepr({2:1,1:2}))
pprint(123456789,underscore_numbers=True); pprint([10**8,5],underscore_numbers=True); print(pformat((1,)),pformat({}),repr(pformat('')))
for k in [dict(indent=-1),dict(depth=0),dict(width=0)]:
    try: PrettyPrinter(**k)
    except ValueError as e: print(e)
class L(list): pass
class R(dict):
    def __repr__(s): return 'custom'
N=C.namedtuple('N','a b'); pprint(N('x'*50,'y'*50)); pprint(L(range(40))); pprint([R(a=1)]); pprint({(1,2):[3],'a':1,None:2,1.5:3},width=20); pprint([{'name':'Bob','age':5,'tags':['a','b']},{'name':'Al','age':50,'tags':[]}]); pprint([{'name':'Bob','age':5,'tags':['a','b']},{'name':'Al','age':50,'tags':[]}],width=40,sort_dicts=False)
pprint(C.UserDict({'a':'x'*40,'b':'y'*40})); pprint(C.UserList(['x'*40,'y'*40])); import sys,io; s=io.StringIO(); pprint([1],s); print(repr(s.getvalue())); pprint([[['x'*20]*3]*2]*2,width=50,indent=2)
