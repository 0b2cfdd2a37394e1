# slice: construction, attributes, indices, comparison, hash and what subscripts do with it.
def show(call):
    try:
        print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


class Index:
    def __index__(self):
        return 2


class Bad:
    def __index__(self):
        return "2"


class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s, shows = slice(1, 10, 2), Shows()
for call in """slice() slice(5) slice(1,2) slice(1,2,3) slice(1,2,3,4) slice(None) slice('a',[],{}) slice(stop=5) slice(start=1,stop=2) s.start s.stop s.step s.x s.indices(5) s.indices(100) s.indices(0) s.indices(-1) s.indices('a') s.indices(1.5) s.indices() s.indices(1,2) s.indices(2**70) slice(None,None,-1).indices(5) slice(-1,-10,-2).indices(5) slice(10,-10,-3).indices(5) slice('a').indices(5) slice(1.5,2).indices(5) slice(1,2,0).indices(5) slice(None,None,'a').indices(5) slice(Index(),Index(),Index()).indices(10) slice(Bad()).indices(5) slice(2**70).indices(5)
slice(-2**70,2**70,2**70).indices(5) slice(None,None,-2**70).indices(5) s==slice(1,10,2) s!=slice(1,10,2) s==(1,10,2) s<slice(2) s<slice(1,11) slice(1)<slice('a') s<5 s<=s s>=slice(0) hash(s)==hash(slice(1,10,2)) hash(slice([])) {s:1}[slice(1,10,2)] repr(s) str(s) format(s) format(s,'5') bool(s) s() len(s) iter(s) s[0] setattr(s,'start',5) setattr(s,'x',5) delattr(s,'start') s.__reduce__() s.__eq__(5) s.__lt__(5) type('S',(slice,),{}) slice.__new__(slice,1) slice.__new__(int) copy.copy(s)==s copy.deepcopy(slice([1]))==slice([1]) shows[1:2] shows[:] shows[::] shows[1:2:3] shows[1:2,3:4] shows[...] shows[1:2,...] shows[()] shows[1,] shows[:,None] shows[*(1,2)] shows[*(1,2),3:4] shows['a':[]] shows[-1::-1]
[1,2,3][s] 'hello'[s] (1,2,3)[slice(None)] b'abc'[slice(-1)] [1,2,3][slice('a')] [1,2,3][slice(1.5)] 'abc'[slice(None,None,0)] {}[slice(1)] {slice(1):2}[slice(1)] range(10)[s] [1,2,3][Index()] [1,2,3][Bad()] [1,2,3][Index():] [1,2,3][Bad():] [1,2,3][:2**100] [1,2,3][-2**100:] memoryview(b'abc')[s].tolist() bytearray(b'abcdef')[s] slice(1,2,3).__hash__()==hash(slice(1,2,3)) slice(None).start slice(1).stop slice(float('nan'))==slice(float('nan'))""".split():
    import copy

    show(call)
shows[1:2] = 3
shows[::2] = "x"
del shows[1:]
del shows[1:2, 3]
a = slice([1], {}, set())
print(a, a.start is a.start, a == slice([1], {}, set()))
