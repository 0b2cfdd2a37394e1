# Every method and operator of tuple and what each refuses.
def show(call, items=(3, 1, 2, 1)):
    try:
        print(call, "->", repr(eval(call, {"x": tuple(items)})))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


for call in """x.count(1) x.count(1.0) x.count() x.count(1,2) x.index(1) x.index(9) x.index(1,2) x.index(1,2,3) x.index(1,-1) x.index(1,'a') x.index(1,None) x.index() x.index(1,2**70) x.index(3,-2**70) x.append(1) x.sort() x.copy() x.__add__((1,)) x.__add__([1]) x.__mul__(2) x.__mul__('a') x.__rmul__(2) x.__eq__([3]) x.__lt__((4,)) x.__lt__(5) x.__contains__(1) x.__getitem__(0) x.__getitem__('a')
x.__getnewargs__() x.__hash__()==hash(x) x.__len__() x.__iter__().__length_hint__() x+(1,) x+[1] x+1 [1]+x x*2 2*x x*0 x*-1 x*'a' x*1.5 x*2**62 x*2**70 x-x x/1 -x ~x x<(4,) x<[4] x==(3,1,2,1) x==[3,1,2,1] x!=None x>=x x[0] x[-1] x[4] x[-5] x['a'] x[1.0] x[None] x[True] x[2**70] x[1:] x[::-1] x[::2] x[::0] x['a':] x[0,1] x[()] x[:] len(x) bool(x) sorted(x) max(x) min(x) sum(x) list(reversed(x)) hash(x)==hash((3,1,2,1)) {x:1}[x] {*x} [*x]
(*x,*x) str(x) repr(x) format(x) format(x,'5') int(x) float(x) bytes(x) list(x) set(x) dict(x) any(x) all(x) isinstance(x,tuple) setattr(x,'a',1) x.nothing x() ''.join(x) next(x) '%s'%x '%s%s%s%s'%x x.__class_getitem__(int) x.__init__() x.__init__(1,2,3) x.__reduce_ex__(2)[1:] x.__sizeof__()>0""".split():
    show(call)
for call in ("()", "(1,)", "(1, 2)", "((),)", "tuple()", "tuple([1])", "tuple('ab')", "tuple(5)", "tuple(None)", "tuple(1, 2)", "tuple(x=1)", "tuple(sequence=())", "tuple({1: 2})", "tuple(range(3))", "tuple(i for i in 'ab')", "() == []", "() < (0,)", "(1, 'a') < (1, 2)", "(1, 'a') < (2, 2)", "(nan,) == (nan,)", "(1, 2) == (1.0, True + 1)", "hash(()) == hash(())", "hash((1, [2]))", "hash(((1, {}),))", "tuple.__new__()", "tuple.__new__(int)", "tuple.__new__(tuple, 'ab')", "tuple.count()", "tuple.count([1], 1)", "() * 5", "(1,) * True", "sum([(1,), (2,)], ())", "hash((1, 2, 3))", "hash((0.5, 'a')) == hash((0.5, 'a'))", "hash((1, (2, (3,))))", "hash((True, None is None))", "max((1, 2), (1, 3))", "(1, 2) is (1, 2)", "tuple(()) is ()", "()[:] is ()", "(1, 2)[:] == (1, 2)", "((1, 2) + ()) == (1, 2)"):
    try:
        import warnings

        warnings.simplefilter("ignore")
        print(call, repr(eval(call, {"nan": float("nan")})))
    except Exception as error:
        print(call, type(error).__name__, error)
t = (1, [2], 3)
for statement in ("t[0] = 1", "del t[0]", "t[1] += [9]", "t[0:1] = ()", "t.x = 1", "t += (4,)", "t *= 2", "a, b = t[:3]", "a, b, c, d = t[:3]", "a, *b = ()", "(a, b), c = (1, 2), 3", "(a, b), c = 1, 2", "t += [1]"):
    try:
        exec(statement)
        print(statement, t)
    except Exception as error:
        print(statement, type(error).__name__, error, t)
same = (1, 2)
print(tuple(same) is same, same[:] is same, same * 1 is same, same + () is same, () + same is same)
