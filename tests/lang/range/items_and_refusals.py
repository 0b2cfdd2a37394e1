# range: construction, items, slices, methods, comparison, huge bounds and refusals.
def show(call):
    try:
        print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


class Index:
    def __index__(self):
        return 3


r, big = range(2, 20, 3), range(2**70, 2**70 + 10, 2)
for call in """range() range(5) range(-5) range(2,5) range(5,2) range(1,10,3) range(10,1,-3) range(1,2,0) range('a') range(1.0) range(1,2.0) range(1,2,'a') range(None) range(1,2,3,4) range(stop=5) range(True) range(Index()) range(Index(),10,Index()) range(2**70) len(range(2**70)) len(range(-2**70,2**70)) bool(range(2**70)) r[0] r[-1] r[5] r[6] r[-6] r[-7] r['a'] r[1.0] r[None] r[Index()] r[True] r[2**70] r[1:3] r[::-1] r[::2] r[5:1:-2] r[10:] r[::0] r['a':] r[1:2,3] r[:] big[0] big[-1] big[4]
big[5] big[1:] big[::-1] big[2**65:] list(big) 2**70 in big 2**70+1 in big 5 in r 6 in r 5.0 in r 5.5 in r '5' in r True in range(2) None in r r.index(5) r.index(6) r.index(5.0) r.index('a') r.index() r.index(5,1) r.count(5) r.count(6) r.count('a') r.count() big.index(2**70+4) big.index(1) r.start r.stop r.step big.start r.x r.__len__() r.__contains__(5) r.__getitem__(0) r.__reversed__().__length_hint__() r.__hash__()==hash(r) r.__reduce__() r.__bool__() r.__iter__().__next__() r==range(2,20,3) r==range(2,18,3) r==range(2,21,3) r==[2,5,8] r!=5
range(0)==range(5,5) range(1)==range(0,1,7) hash(range(0))==hash(range(3,3)) hash(range(1))==hash(range(0,1,9)) hash(r)==hash(range(2,20,3)) r<r r+r r*2 -r {r:1}[range(2,20,3)] repr(r) repr(range(2,3)) repr(range(1,5,1)) repr(big) str(r) format(r) format(r,'5') list(reversed(r)) list(reversed(big)) list(reversed(range(0))) sum(r) max(r) min(r) min(range(0)) sorted(r,reverse=True) tuple(r) set(range(3)) r() next(r) iter(r).__length_hint__() reversed(r).__length_hint__() iter(big).__length_hint__() setattr(r,'start',1) setattr(r,'x',1) range.__new__() range.__new__(int)
range.__new__(range,3) type('R',(range,),{}) copy.copy(r) copy.deepcopy(r)is(r) isinstance(r,collections.abc.Sequence) list(range(0,-10,-3)) list(range(5,0,2)) range(5)[Index()] [*range(3)] range(0,10**30,10**29)[5] range(0,10**30,10**29)[-1] len(range(0,10**30,10**29)) (10**29)in(range(0,10**30,10**29)) range(10)[2**70:] range(10)[-2**70:2] range(10)[::2**70] range(3).index(Index()) range(-1,-5,-1)[1] range(2**63) len(range(2**63)) len(range(2**63-1)) range(2**63)[2**63-1] range(2**64)[-1]""".split():
    import collections.abc
    import copy

    show(call.replace("2**70in", "2**70 in").replace("in(", " in (").replace("is(", " is (") if "in(" in call and call.startswith("(") or "is(" in call else call)
for call in ("2**70 in big", "2**70 + 1 in big", "5 in r", "6 in r", "5.0 in r", "5.5 in r", "'5' in r", "True in range(2)", "None in r", "Index() in r", "r is r[:]"):
    show(call)
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), list(it), next(it, "end"))
for i in range(3):
    i += 10
    print(i)
print([x for x in range(3) for y in range(x)], list(zip(range(3), range(5, 2, -1))), sum(range(10**6)), range(10)[2:8][1:3][::-1], list(map(range, range(3))))
