# Every method and operator of set and frozenset and what each refuses.
def text(value):
    if isinstance(value, (set, frozenset)):
        return f"{type(value).__name__}{sorted(value, key=repr)}"
    return repr(value)


def show(call, x):
    try:
        print(call, "->", text(eval(call, {"x": x, "f": frozenset({2, 9})})), text(x))
    except Exception as error:
        print(call, "->", type(error).__name__, error, text(x))


for call in """x.add(5) x.add([]) x.add() x.add(1,2) x.add({1}) x.remove(1) x.remove(9) x.remove([]) x.remove({1}) x.remove() x.discard(1) x.discard(9) x.discard([]) x.discard({1}) x.pop(1) x.clear() x.clear(1) x.copy() x.copy(1) x.union() x.union([5],(6,)) x.union(5) x.union([[]]) x.union(None) x.intersection() x.intersection([1,2],[2]) x.intersection(5) x.intersection([[]]) x.difference() x.difference([1],[2]) x.difference(5) x.difference([[]])
x.symmetric_difference([1,9]) x.symmetric_difference() x.symmetric_difference([1],[2]) x.symmetric_difference(5) x.update([5],'a') x.update() x.update(5) x.update([[]]) x.intersection_update([1,2]) x.intersection_update() x.intersection_update(5) x.difference_update([1]) x.difference_update(x) x.difference_update(5) x.symmetric_difference_update([1,9,9]) x.symmetric_difference_update(x) x.symmetric_difference_update(5) x.symmetric_difference_update()
x.issubset([1,2,3,4]) x.issubset(5) x.issubset() x.issuperset([1]) x.issuperset('a') x.issuperset(5) x.issuperset([[]]) x.isdisjoint([1]) x.isdisjoint([9]) x.isdisjoint(5) x.isdisjoint([[]]) x.isdisjoint() x|{9} x|f f|x x|[9] [9]|x x|None x&{1} x&[1] x-{1} x-[1] x^{1,9} x^'a' x+x x*2 x/x x<{1,2,3,4} x<=x x<x x>{1} x>=set() x==[1,2,3] x==frozenset({1,2,3}) x!=f x<5 x<=[1] x>None x==5
1in(x) [] in(x) {1}in(x) x.__contains__({1}) x.__contains__([]) len(x) bool(x) sorted(x) max(x) sum(x) list(x) x[0] x[0:1] x() x.nothing hash(x)==hash(frozenset({1,2,3})) {x} {x:1} str(x) repr(x) format(x) format(x,'5') isinstance(x,set) x.__class_getitem__(int) x.__init__() x.__init__('ab') x.__init__(5) x.__init__(1,2) x.__len__() x.__and__([1]) x.__rand__({1}) x.__ror__([1]) x.__sub__({1}) x.__rsub__({1,9}) x.__xor__(5) x.__ior__([1]) x.__iand__({1}) x.__isub__(x)
x.__lt__([1]) x.__eq__([1]) x.__reduce__()[1:] x.__reduce_ex__(2)[1:] x.__sizeof__()>0 iter(x).__length_hint__() reversed(x) next(x) x.append(1) ~x -x any(x) all(x) min(x) tuple(x) dict(x) zip(x).__next__() setattr(x,'a',1) ','.join(x) enumerate(x).__next__() x.index(1) x.count(1) x.sort() x.__iter__().__next__() x.update({7:8}) x.update(x) x.union(x,x) x.intersection_update([],[1]) x.difference(x,[9]) x.copy()is(x) x.union()is(x) x|x""".split():
    for kind in (set, frozenset):
        show(call.replace("1in", "1 in").replace("}in", "} in"), kind({1, 2, 3}))
show("x.pop()", set())
show("x.pop()", {5})
for call in ("set(5)", "set(None)", "set(1, 2)", "set(x=1)", "set(iterable=[])", "set([[]])", "set('aab')", "set({1: 2})", "set(range(3))", "set()", "frozenset()", "frozenset(5)", "frozenset(x=1)", "frozenset([1, 1.0, True])", "frozenset() is frozenset()", "frozenset(f) is f", "f.copy() is f", "f.union() is f", "f | set() == f", "set.__new__()", "set.__new__(int)", "set.__new__(set, 5)", "frozenset.__new__(frozenset, 'a')", "set.add()", "set.add(frozenset(), 1)", "{*()}", "{1, 1.0, True}", "{0, False, 0.0, 0j}", "{nan, nan}", "{1} < {1, 2} < {1, 2, 3}", "{1} | {2} & {2, 3} - {3} ^ {1}", "set('abc') == frozenset('abc')", "hash(frozenset({1, 2})) == hash(frozenset({2, 1}))", "hash(frozenset())", "hash(frozenset({1}))", "hash(frozenset({1, 2, 3}))", "hash(frozenset({frozenset()}))", "{frozenset({1}): 'a'}[frozenset({1})]", "{1} in {frozenset({1})}", "[] in set()", "set() in set()", "{1: 2}.keys() | {3}", "{1} >= {1: 2}.keys()", "{1} & {1: 2}.keys()", "{(1, 2)} - {1: 2}.items()"):
    try:
        print(call, "->", text(eval(call, {"nan": float("nan"), "f": frozenset({1, 2})})))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
for statement in ("x |= {9}", "x |= [9]", "x &= {1}", "x &= 5", "x -= {1}", "x -= x", "x ^= {1, 9}", "x ^= x", "x ^= 'a'", "x += x", "del x[0]", "x[0] = 1"):
    for kind in (set, frozenset):
        x = kind({1, 2})
        y = x
        try:
            exec(statement)
            print(statement, text(x), text(y), x is y)
        except Exception as error:
            print(statement, type(error).__name__, error)
