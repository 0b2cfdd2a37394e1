class N(str):
    def __hash__(self):
        churn(1, 2, 3, 4)
        return str.__hash__(self)
    def __eq__(self, o):
        churn(*range(9))
        return str.__eq__(self, o)
def churn(*a): return [list(a) for _ in range(3)]
def f(a, *b, c=[], **k): return a, b, c, k
print(f(*(1, 2, 3), **{N('kw'): 1, 'x': 2, N('c'): 3}))
print(f(**{N('kw'): 1, N('a'): 2}, y=5))
for names in ({N('a'): 1, 'b': 2}, {N('q'): 1}, {N('a'): 1, 3: 4}):
    try:
        print(f(0, **names))
    except TypeError as e:
        print(e)
class C:
    def __init__(self, **k): self.k = k
    def m(self, a=0, **k): return a, k
print(C(**{N('z'): 1}).k, C().m(**{N('y'): [2], N('a'): 5}), (lambda **k: k)(**{N('u'): 1}))
import functools
print(functools.partial(f, 1, **{N('p'): 2})(**{N('q'): 3}))
print(list(map(lambda p: f(1, **p), [{N('v'): 1}])))
def g(**k):
    yield k
print(next(g(**{N('gen'): 1})))
class H(N):
    def __hash__(self): raise RuntimeError('hash')
h = {}
try:
    f(1, **{N('a' * 3): 2, H('h'): 3})
except RuntimeError as e:
    print(e)
