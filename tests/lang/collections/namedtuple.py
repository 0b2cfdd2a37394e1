from collections import namedtuple


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


P = namedtuple("P", "x y")
p = P(1, 2)
Q = namedtuple("Q", ["a", "b", "c"], defaults=(10, 20), module="mod")


class Sub(P):
    def total(self):
        return self.x + self.y
show("p", "p.x", "p.y", "p[0]", "P(1)", "P(1,2,3)", "P(x=1)", "P(x=1,y=2)", "P(1,x=1)", "P(z=1)", "Q(1)", "Q()",
     "Q(1,2,3)", "Q(1,c=5)", "Q._field_defaults", "Q.__new__.__defaults__", "Q", "P", "P.x", "P._fields",
     "P.__match_args__", "P._make([1,2])", "P._make([1])", "P._make(range(3))", "P._make(1)", "p._replace(x=5)",
     "p._replace(z=5)", "p._asdict()", "p.__getnewargs__()", "p==(1,2)", "hash(p)==hash((1,2))", "setattr(p,'x',1)",
     "delattr(p,'x')", "setattr(p,'q',1)", "p.__dict__", "len(p)", "isinstance(p,tuple)", "P.__new__.__qualname__",
     "P._make.__qualname__", "P._asdict.__qualname__", "P.__module__", "Q.__module__", "Q.__qualname__",
     "namedtuple('A','')()", "namedtuple('A','x')(1)", "namedtuple('A','class')", "namedtuple('A','1x')",
     "namedtuple('A','_x')", "namedtuple('A','x x')", "namedtuple('class','x')", "namedtuple('A b','x')",
     "namedtuple('A',['x',1])", "namedtuple('A',['x',None,'x','_y','def','ok'],rename=True)._fields",
     "namedtuple('A','x',defaults=(1,2))", "namedtuple('A','x,y , z')._fields", "namedtuple('A',1)",
     "namedtuple(1,'x')", "namedtuple('A','x',True)", "namedtuple('A')", "Sub(1,2)", "Sub(1,2).total()",
     "Sub(3,4)._replace(x=0)", "type(Sub(1,2)._replace(x=0))", "Sub._make([1,2])", "vars(Sub(1,2))", "P.__slots__",
     "P.x.__get__(None,P)", "P.x.__get__((7,8))", "P.x.__get__([7,8])", "P.x.__get__(())", "P.x.__reduce__()",
     "p.__replace__(y=9)", "[*p]", "P(*'ab')", "P(**{'x':1,'y':2})", "p < (1,3)", "p + (3,)", "P.__new__(P,1)",
     "P.__new__()", "P.count", "p.index(2)", "namedtuple('É','ñ')(ñ=1)", "p.__class__.__name__")
match p:
    case P(x, y=1): print("no")
    case P(x, y): print(x, y)
P.x.__doc__ = "the first"
print(P.x.__doc__, P.x)
