# Every method and operator of dict and what each refuses.
def show(call, items=(("a", 1), ("b", 2), (3, None))):
    x = dict(items)
    try:
        print(call, "->", repr(eval(call, {"x": x})), x)
    except Exception as error:
        print(call, "->", type(error).__name__, error, x)


for call in """x['a'] x['z'] x[[]] x[{}] x[3.0] x[None] x.get('a') x.get('z') x.get('z',5) x.get() x.get([]) x.get('a',1,2) x.get(key='a') x.get('z',default=1) x.pop('a') x.pop('z') x.pop('z',0) x.pop() x.pop([]) x.pop('a',default=1) x.pop('a',1,2) x.popitem() x.popitem(1) x.setdefault('a') x.setdefault('z') x.setdefault('z',7) x.setdefault() x.setdefault([]) x.setdefault('z',default=1)
x.update({'a':9}) x.update([('q',1)]) x.update(q=1,a=2) x.update({'a':5},b=6) x.update() x.update(5) x.update(None) x.update([1]) x.update(['ab']) x.update(['abc']) x.update([('a',)]) x.update([[1,2,3]]) x.update('ab') x.update({1:2},{3:4}) x.update([('a',1),5]) x.update([([],1)]) x.update(x) x.update(zip('pq',[1,2])) x.clear() x.clear(1) x.copy() x.copy(1) x.keys() x.values() x.items() x.keys(1)
x.fromkeys('ab') x.fromkeys('ab',[]) x.fromkeys(5) x.fromkeys() x.fromkeys([[]]) x.fromkeys('a',1,2) x.fromkeys(iterable='a') x.__contains__('a') x.__contains__([]) x.__getitem__('z') x.__setitem__('q',1) x.__setitem__([],1) x.__setitem__('q') x.__delitem__('a') x.__delitem__('z') x.__delitem__([]) x.__len__() x.__eq__({}) x.__eq__(5) x.__lt__({}) x.__or__({'c':3}) x.__or__([('c',3)]) x.__ror__({'c':3}) x.__ior__([('c',3)])
x.__ior__(5) x.__ior__({'a':0}) x|{'a':0,'n':1} x|[('a',0)] [('a',0)]|x x|5 x|None x+x x-x x*2 x&x x<x x=={'a':1,'b':2,3:None} x==[('a',1)] x!={} -x ~x 'a'in(x) [] in(x) len(x) bool(x) list(x) tuple(x) sorted(x) max(x) sum(x) set(x)=={'a','b',3} hash(x) {x:1} {**x} {**x,'a':0} {**5} {**[1]} dict(**x) dict(x,z=1) iter(x).__length_hint__() next(iter(x)) list(reversed(x)) list(x.items()) list(reversed(x.items())) list(reversed(x.values()))
x() x.a x.nothing str(x) repr(x) format(x) format(x,'5') int(x) '%(a)s'%x '%(z)s'%x '%(a)d%%'%x '%s'%x '{a}'.format(**{'a':1}) isinstance(x,dict) setattr(x,'q',1) x.__class_getitem__(int) x.__init__() x.__init__({'n':0}) x.__init__(5) x.__init__(1,2) x.__reversed__().__length_hint__() x.__missing__ x.has_key('a') x.items()[0] x.keys()[0] x[0:1] x.__ror__(5) x.__iter__().__next__() next(x) enumerate(x).__next__() any(x) all(x) zip(x).__next__() map(str,x).__next__() ','.join(x) bytes(x) range(x)""".split():
    show(call.replace("[]in", "[] in"))
show("x.popitem()", ())
show("'a' in x")
show("[] in x")
for call in ("dict()", "dict(5)", "dict(None)", "dict([1])", "dict(['ab', 'cd'])", "dict(['abc'])", "dict([[1]])", "dict([[]])", "dict([(1, 2, 3)])", "dict(1, 2)", "dict({}, {})", "dict(a=1, b=2)", "dict({'a': 1}, a=2)", "dict([('a', 1)], b=2)", "dict(zip('ab', [1, 2]))", "dict(self=1, x=2)", "dict({1: 2}, **{'3': 4})", "dict(**{1: 2})", "dict([[{}, 1]])", "dict(((i, i * i) for i in range(3)))", "dict('')", "dict(())", "{}.fromkeys('aab')", "dict.fromkeys(range(2), 0)", "dict.__new__()", "dict.__new__(int)", "dict.__new__(dict, 5)", "dict.get()", "dict.get(5, 1)", "dict.update()", "dict.update({}, a=1)", "{1: 'a', 1.0: 'b', True: 'c'}", "{nan: 1}[nan]", "{float('nan'): 1} == {float('nan'): 1}", "{'a': nan} == {'a': nan}", "{1: 2} == {1: 2.0}", "{1: 2, 3: 4} == {3: 4, 1: 2}", "{'a': 1}.items() == {'a': 1}.items()", "dict([('a', 1), ('a', 2)])", "dict(a=1, **{'b': 2})", "dict(a=1, **{'a': 2})", "{**{'a': 1}, 'b': 2, **{'a': 3}}"):
    try:
        print(call, "->", repr(eval(call, {"nan": float("nan")})))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
