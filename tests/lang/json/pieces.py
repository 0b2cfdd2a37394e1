import json, io
E = json.JSONEncoder
for o in ([], {}, [1,"a",None,True,1.5,[2,[]],{}], {'a': [1], 2: {'x': None}, None: 1, True: 2, 1.5: 'q'}, "s", 5, (1,(2,)), [[1,2],[3]]):
    for kw in ({}, {'indent': 2}, {'indent': '\t', 'separators': (';', '=')}, {'indent': 0}):
        c = list(E(**kw).iterencode(o)); print(c, ''.join(c) == E(**kw).encode(o))
class X(E):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(list(X().iterencode([{1,2}, {'a': {3}}])), list(X(sort_keys=True).iterencode({'b':1,'a':{9}})))
l = []; l.append(l)
for f in (lambda: list(E().iterencode(l)), lambda: list(E().iterencode({(1,): 2})), lambda: list(E(skipkeys=True).iterencode({(1,): 2, 'a': 1})), lambda: list(E().iterencode([{1}])), lambda: list(X(default=lambda o: o).iterencode(object())), lambda: list(E(allow_nan=False).iterencode([float('nan')]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Y(E):
    def iterencode(self, o, _one_shot=False):
        for c in super().iterencode(o, _one_shot): yield c.replace('a', 'A')
s = io.StringIO(); json.dump({'a': 'aa'}, s, cls=Y); print(s.getvalue(), json.dumps(['a'], cls=Y))
g = E().iterencode([1, object()]); print(next(g))
try: print(next(g)); next(g)
except TypeError as e: print(e)

# What stands before a value without a form is in the file when the error is raised.
for indent in None, 1:
    out = io.StringIO()
    try:
        json.dump({"a": [1, {"b": None}], "c": {1}, "d": 2}, out, indent=indent)
    except TypeError as e:
        print(e, repr(out.getvalue()))
