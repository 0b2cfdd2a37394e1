# type(...) of one and three arguments, object's methods, class attributes and what they refuse.
import warnings

warnings.simplefilter("ignore")
def show(call, **names):
    try:
        print(call, "->", repr(eval(call, {**globals(), **names})))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


class Meta(type):
    def __call__(cls, *args):
        return ("called", cls.__name__, args)


class A:
    x = 1

    def m(self):
        pass


class B(A):
    __slots__ = ("s",)


for call in """type() type(1) type(1,2) type('X',(),{}) type('X',[],{}) type(1,(),{}) type('X',(),[]) type('X',(5,),{}) type('X',(A,A),{}) type('X',(object,A),{}) type('X',(bool,),{}) type('X\\0',(),{}) type('',(),{}) type('X',(),{},5) type('X',(),{'__slots__':5}) type('X',(),{'__slots__':('a','a')}) type('X',(),{'__slots__':('1a',)}) type('X',(),{'__slots__':('a',),'a':1})
type('X',(),{'__slots__':(5,)}) type('X',(),{'__slots__':('__dict__','__dict__')}) type('X',(int,),{'__slots__':('a',)}) type('X',(),{'__qualname__':5}) type('X',(),{'__qualname__':'a.b'}).__qualname__ type('X',(),{'__doc__':5}).__doc__ type('X',(),{'__module__':'m'}).__module__ type('X',(),{'__classcell__':5}) type('X',(),{1:2}) type.__name__ type.mro(A) A.mro() type.mro() A.mro(1) A.__mro__ A.__bases__ A.__base__ B.__base__ A.__name__ A.__qualname__
A.__module__ A.__dict__['x'] type(A.__dict__) A.__dict__['q'] A.__weakrefoffset__>0 A.__dictoffset__!=0 B.__slots__ B().s B().z Meta('M',(),{})(1,2) A.__instancecheck__(A()) A.__subclasscheck__(B) A.__subclasscheck__(5) A.__call__().__class__ A.__prepare__() A.__init__ type.__prepare__('a',()) A.__sizeof__()>0 A.__or__(int) A|None int|A A|5 A.__text_signature__ int.__text_signature__ A.__annotations__ int.__annotations__ A.__type_params__
int.__type_params__ A.__abstractmethods__ type.__abstractmethods__ A.__doc__ hasattr(A,'__abstractmethods__') A.__static_attributes__ A.__firstlineno__>0 dir(A)[-3:] A==A A<B hash(A)==hash(A) type(A()) A(1) A(x=1) B(1) type(object()) object(1) object(x=1) object.__new__() object.__new__(int) object.__new__(A,1) object.__init__(A(),1) object().x object().__dict__ object().__class__ object().__eq__(1) object().__ne__(1) object().__lt__(1) object().__hash__()!=None
object().__str__()[:8] object().__format__('x') object().__format__(5) object().__reduce__()[1][0] object().__reduce_ex__(1)[1] object().__reduce_ex__(2)[0].__name__ object().__reduce_ex__('a') object().__getstate__() A().__getstate__() object().__dir__()[:0] object().__sizeof__() object().__init_subclass__() object().__init_subclass__(1) object().__subclasshook__(1) object().__getattribute__('x') object().__getattribute__(5) object().__setattr__('x',1) object().__delattr__('x')
object.__getattribute__(A(),'x') object.__setattr__(A,'x',1) object.__setattr__(5,'x',1) type.__setattr__(int,'x',1) type.__setattr__(A,'x',1) type.__delattr__(A,'nope') type.__getattribute__(A,'x') type.__getattribute__(A,'nope') type.__getattribute__(5,'x') type.__call__(A,1) type.__repr__(A) type.__repr__(5) isinstance(A,type) isinstance(type,type) issubclass(type,object) type(type) type(object) object.__bases__ object.__base__ type.__bases__ A.__class__""".split():
    show(call)
for statement in ("A.__name__ = 5", "A.__name__ = 'Q\\0'", "A.__name__ = 'Q'", "A.__qualname__ = 5", "A.__qualname__ = 'a.Q'", "A.__module__ = 5", "A.__bases__ = 5", "A.__bases__ = ()", "A.__bases__ = (int,)", "A.__bases__ = (5,)", "A.__bases__ = (B,)", "A.__mro__ = ()", "A.__dict__ = {}", "A.__doc__ = 'd'", "del A.__doc__", "del A.__name__", "del A.__module__", "del A.__bases__", "A.__class__ = type", "A.__class__ = int", "A.__class__ = 5", "A().__class__ = B", "A().__class__ = type('C', (A,), {})", "A().__class__ = 5", "A().__class__ = int", "(5).__class__ = A", "A.__annotations__ = 5", "del A.__annotations__", "A.__abstractmethods__ = ['a']; A()", "A.__abstractmethods__ = []", "del A.__abstractmethods__", "A.__type_params__ = 5", "int.x = 1", "del int.real", "int.__name__ = 'i'", "int.__bases__ = ()", "int.__doc__ = 'x'", "del A.nope", "A().nope", "del A().x", "B().nope = 1", "B().__dict__", "A().__dict__ = 5", "A().__dict__ = {'k': 1}", "del A().__dict__", "A().__weakref__ = 1", "A().__class__ = A"):
    try:
        exec(statement)
        print(statement, "ok", A.__name__, A.__qualname__)
    except Exception as error:
        print(statement, type(error).__name__, error)
class WithCell:
    def method(self):
        super()
def holder():
    kept = WithCell()
    return lambda: kept
try:
    WithCell.method(holder().__closure__[0])
except TypeError as e:
    print(e)
