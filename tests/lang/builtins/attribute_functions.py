# getattr, setattr, delattr, hasattr, vars, dir, callable, isinstance, issubclass, id, hash, iter, next, super.
def show(call, **names):
    try:
        print(call, "->", repr(eval(call, {**globals(), **names})))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


class A:
    x = 1

    def __init__(self):
        self.y = 2

    def m(self):
        return "A.m"

    @classmethod
    def c(cls):
        return f"A.c {cls.__name__}"


class B(A):
    def m(self):
        return "B." + super().m()

    @classmethod
    def c(cls):
        return "B." + super().c()

    def bound(self):
        return super()


class Raises:
    def __getattr__(self, name):
        raise KeyError(name)

    def __dir__(self):
        return ["b", "a", 3]


class Quiet:
    def __getattr__(self, name):
        raise AttributeError("own words")

    def __dir__(self):
        return ("z", "y")


a, b = A(), B()
for call in """getattr(a,'x') getattr(a,'z') getattr(a,'z',None) getattr(a,5) getattr(a) getattr(a,'x',1,2) getattr(Raises(),'q') getattr(Raises(),'q',1) getattr(Quiet(),'q') getattr(Quiet(),'q',1) hasattr(a,'x') hasattr(a,'z') hasattr(a,5) hasattr(Raises(),'q') hasattr(Quiet(),'q') hasattr(a) setattr(a,'w',1) setattr(a,5,1) setattr(a,'w') setattr(5,'w',1) delattr(a,'w') delattr(a,'w') delattr(a,'x') delattr(a,5) delattr(5,'real')
vars(a) vars(5) vars(A)['x'] vars(1,2) dir(a)[-4:] dir(Quiet()) dir(Raises()) dir(5)[-3:] dir(a,b) callable(a) callable(A) callable(len) callable() callable(1,2) isinstance(a,A) isinstance(a,(int,(str,A))) isinstance(a,5) isinstance(a,(5,)) isinstance(a,()) isinstance(a,int|A) isinstance(a,int|None) isinstance(None,int|None) isinstance(a,list[int]) isinstance(a,(A,5)) isinstance(a) issubclass(B,A) issubclass(B,(int,A)) issubclass(5,A) issubclass(B,5) issubclass(B,()) issubclass(B,int|A) issubclass(list[int],list)
issubclass(B,list[int]) issubclass(bool,int) id(a)==id(a) id() hash(5) hash([]) hash(a)==hash(a) hash() hash(1,2) iter(5) iter(a) iter() iter([],5) iter(a,b,1) next(5) next(iter([])) next(iter([]),1) next(iter([]),1,2) next() next([]) super(B,b).m() super(B,b) super(A,b).m super(B,B).c() super(B,5) super(5,b) super(A,int) super() super(B) super(B).m super(B,b).y super(B,b).x super(B,b).__class__ super(B,b).__thisclass__ super(B,b).__self__is(b) super(B,b).__self_class__ super(B,b,1) b.m() B.c() b.bound().m() b.bound().__thisclass__
super(B,b).nothing setattr(super(B,b),'q',1) super(B,b).__init__() super(B,b)==super(B,b) super(x=1) super.__init__(1) super(B).__get__(b).m() super(B).__self__ super(B,b).__get__(1) abs('a') abs() len(5) len() len([],[]) repr() repr(1,2) ascii('é') ascii() bin('a') bin(5.0) oct(-8) hex(255) hex('a') chr(65) chr(-1) chr(0x110000) chr('a') chr(2**70) chr(1.0) ord('a') ord('ab') ord('') ord(5) ord(b'a') ord(b'') ord(bytearray(b'ab')) ord(None) divmod(1) divmod('a',1) pow(2) pow(2,3,5) pow(2,-1,5) pow(2,-1,4) pow(2,3,0) pow(2.0,3,5)
pow(2,3,5.0) pow('a',2) pow(2,'a') pow(base=2,exp=3) pow(2,exp=3,mod=5) pow(2,3,mod=None) pow(x=1) round('a') round(1.5) round(2.5) round(1.5,1,2) round(number=2.567,ndigits=1) round() sum() sum(5) sum([1,'a']) sum([[1]],[]) sum([1],start=5) sum(['a'],'') sum([b'a'],b'') sum([bytearray()],bytearray()) sum([1],2,3) sum(x=1) min() min(5) min([]) min([],default=1) min(1,2,default=3) min(1,key=2) min([1],key=None) min([1,'a']) min(1,2,key=lambda_:-_) max('ab','b',key=len) max(x=1) max([],key=len) any() any(5) all(5) any([0,'',None]) all([]) any([],[]) sorted() sorted(5) sorted([1,'a'])
sorted([2,1],reverse=True) sorted([2,1],None) sorted([2,1],key=None,reverse=None) sorted([2,1],cmp=1) sorted(iterable=[1]) sorted([1],key=5) reversed(5) reversed() list(reversed({})) reversed(set()) reversed([],[]) enumerate() enumerate(5) enumerate([],'a') enumerate([],start=1.5) enumerate([],x=1) list(enumerate('ab',start=-1)) list(enumerate(iterable='ab')) zip(5) zip([],5) list(zip([1],[2,3],strict=True)) list(zip([1,2],[3],strict=True)) list(zip([1],[2],[],strict=True)) zip(x=1) map() map(len) list(map(5,[1])) map(len,5) list(map(pow,[2,3],[2])) map(len,[],x=1) filter() filter(len) filter(len,5)
list(filter(5,[1])) list(filter(None,[0,1])) filter(None,[],1) filter(function=None,iterable=[]) slice() slice(1,2,3,4) slice(x=1) format() format(1,2) format(1,'d','x') format('a','d') format(a,'x') format(value=1) print(sep=5) print(end=5) print(file=5) print(x=1) print(1,sep=None,end=None) input(1,2) breakpoint eval() eval(5) eval('1',5) eval('1',{},5) eval('1+') eval('a b') eval(b'1+1') eval('1;2') exec('1',5) exec(5) compile() compile('1','f','bad') globals(1) locals(1) __import__() __import__(5) __import__('nope') __import__('') open() open(1.5) open('nope_nope') open('x','q') open('x','rw') open('x','rb',encoding='a') open('x',5) open('x','r',newline='q') id(1,2) memoryview() memoryview(5) staticmethod() classmethod() property(1,2,3,4,5) classmethod(1,2) object.__doc__is(None) aiter(5) anext(5) aiter() anext()""".split():
    show(call.replace("lambda_", "lambda _").replace("is(", " is ("))
