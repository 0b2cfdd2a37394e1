from collections import Counter


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


c = Counter(a=3, b=-1, c=0)
show("c+Counter()", "+c", "-c", "c-c", "Counter(a=3,b=1)+Counter(a=1,b=-5,c=2)",
     "Counter(a=3,b=1)-Counter(a=1,b=5,c=-2)", "Counter(a=3,b=1)|Counter(a=1,b=5,c=2)",
     "Counter(a=3,b=1)&Counter(a=1,b=5,c=2)", "c+{}", "c+1", "c==dict(c)", "Counter(a=1)==Counter(a=1,b=0)",
     "Counter(a=1)!=Counter(a=1,b=0)", "Counter(a=1)<=Counter(a=1)", "Counter(a=1)<Counter(a=2)",
     "Counter(a=1)>Counter()", "Counter(a=1)>=Counter(b=1)", "Counter(a=1)<1", "Counter.fromkeys('ab')",
     "c.__delitem__('nope')", "c.copy()==c", "Counter(a='x',b=1)", "Counter(a=1).__reduce__()",
     "Counter({1.5:2,None:3})", "Counter(a=1)['a']", "Counter([1,1,2]).items()", "Counter(a=1).pop('b',None)",
     "Counter(a=1).pop('b')", "Counter(a=10**30)+Counter(a=1)", "Counter([1,True,1.0])",
     "Counter('ab').update(['a'],['b'])", "Counter(iterable='abc')", "Counter(self=1)", "Counter(None)",
     "sorted(Counter('mississippi').elements())", "Counter(a=1).__class__", "Counter(a=3,b=3,c=1).most_common(1)",
     "Counter(a=True)+Counter(a=True)")
d = Counter(a=3, b=2)
d += Counter(a=1, c=-1)
print(d)
d -= Counter(a=4)
print(d)
d |= Counter(b=9, z=1)
print(d)
d &= Counter(b=5)
print(d)


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


loud = Loud("aab")
loud.update("b")
print(loud, type(loud.copy()))


class Tens(Counter):
    def get(self, key, default=None):
        return 10


print(Tens("ab"))


# How counts that are no numbers are compared.
for use in (lambda a, b: a | b), (lambda a, b: a - b), (lambda a, b: a & b), (lambda a, b: a + b):
    for a, b in (Counter(x="s"), Counter()), (Counter(), Counter(x="s")), (Counter(x="s"), Counter(x=1)):
        try:
            print(use(a, b))
        except TypeError as problem:
            print(problem)
