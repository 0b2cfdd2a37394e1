# Every method of list: results, changes and what each refuses.
def show(statement, items=(3, 1, 2, 1)):
    x = list(items)
    try:
        result = eval(statement, {"x": x})
        print(statement, "->", repr(result), x)
    except Exception as error:
        print(statement, "->", type(error).__name__, error, x)


for call in """x.append(5) x.append() x.append(1,2) x.append(item=1) x.extend([7,8]) x.extend('ab') x.extend(5) x.extend(None) x.extend() x.extend(x) x.extend(iter([1])) x.extend({1:2}) x.insert(0,9) x.insert(-1,9) x.insert(100,9) x.insert(-100,9) x.insert('a',1) x.insert(1.5,1) x.insert(1) x.insert(2**70,1)
x.insert(True,9) x.pop() x.pop(0) x.pop(-2) x.pop(10) x.pop(-10) x.pop('a') x.pop(1.0) x.pop(None) x.pop(0,1) x.pop(index=0) x.pop(2**70) x.remove(1) x.remove(9) x.remove() x.remove('a') x.remove(1.0) x.index(1) x.index(9) x.index(1,2) x.index(1,2,3) x.index(1,-1) x.index(1,-100,100) x.index(1,'a') x.index() x.index(1,None) x.index(3,1)
x.index('long'*3) x.count(1) x.count(True) x.count('a') x.count() x.count(1,2) x.reverse() x.reverse(1) x.clear() x.clear(1) x.copy() x.copy(1) x.sort() x.sort(reverse=True) x.sort(key=lambda:0) x.sort(key=lambda_:-_) x.sort(None) x.sort(key=None) x.sort(key=5) x.sort(reverse='a') x.sort(reverse=None) x.sort(cmp=1) x.sort(key=abs,reverse=1) x.sort(len)
x.__len__() x.__contains__(1) x.__getitem__(0) x.__getitem__('a') x.__setitem__(0,7) x.__setitem__(9,7) x.__delitem__(0) x.__delitem__(9) x.__add__([1]) x.__add__((1,)) x.__iadd__('ab') x.__iadd__(5) x.__mul__(2) x.__mul__('a') x.__rmul__(2) x.__imul__(2) x.__eq__([3,1,2,1]) x.__eq__((3,)) x.__lt__([4]) x.__lt__(5) x.__hash__ x.__reversed__().__length_hint__() x.__init__() x.__init__('ab') x.__init__(5) x.__init__(1,2)
x.__iter__().__next__() x.__class_getitem__(int) x.__getitem__() x.__getitem__(slice(1,3)) x.nothing x() -x +x ~x x+[1] x+(1,) x+1 [0]+x 'a'+x x*2 2*x x*0 x*-3 x*1.5 x*'a' x*[] x*2**62 x*2**70 x-x x/2 x@x x<[4] x<5 x==[3,1,2,1] x==(3,1,2,1) x!=None x>=x [1]in[x] 1in(x) 1.0in(x) 'a'in(x) len(x) bool(x) sorted(x) max(x) min(x) sum(x) reversed(x).__next__() hash(x) {x:1} {*x} [*x,*x] (*x,) x[0] x[-1] x[4] x[-5]
x['a'] x[1.0] x[None] x[True] x[2**70] x[1:] x[::-1] x[::2] x[5:] x[::0] x['a':] x[0,1] x[:] str(x) repr(x) format(x) format(x,'5') int(x) float(x) bytes(x) list(x) tuple(x) set(x) dict(x) enumerate(x).__next__() zip(x,x).__next__() range(x) any(x) all(x) iter(x).__length_hint__() isinstance(x,list) setattr(x,'a',1) ''.join(x) chr(x) divmod(x,2) pow(x,2) round(x) abs(x) next(x) callable(x)""".split():
    show(call.replace("lambda_", "lambda _").replace("1in", "1 in").replace("1.0in", "1.0 in"))
show("x.pop()", ())
show("x.sort()", (1, "a"))
show("x.sort()", (1j, 2))
show("max(x)", ())
show("sum(x)", ("a",))
for call in ("list(5)", "list(1, 2)", "list(x=1)", "list(sequence=[])", "list(None)", "list('abc')", "list({1: 2})", "list(range(3))", "list()", "list([])", "list.__new__()", "list.__new__(int)", "list.__new__(list, 'abc')", "list.append(1, 2)", "list.append()", "list.sort([2, 1], key=None)", "list.copy((1,))", "[] == ()", "[] < []", "[[]] * 3", "[1, 2] < [1, 2, 0]", "[1, 'a'] < [1, 2]", "[1, 'a'] < [2, 2]", "[nan] == [nan]", "[float('nan')] == [float('nan')]", "[1, 2] == [1.0, 2.0]"):
    try:
        print(call, repr(eval(call, {"nan": float("nan")})))
    except Exception as error:
        print(call, type(error).__name__, error)
