# A proxy hands every operator and conversion to what it refers to, on either side; when that is gone each raises ReferenceError.
import gc, operator, weakref

class Number:
    def __init__(self, value): self.value = value
    def __repr__(self): return f"Number({self.value})"
    def __str__(self): return f"number {self.value}"
    def __bytes__(self): return b"bytes"
    def __index__(self): return 7
    def __int__(self): return 8
    def __float__(self): return 2.5
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __invert__(self): return "invert"
    def __bool__(self): return False
    def __len__(self): return 3
    def __iter__(self): return iter("iter")
    def __reversed__(self): return "reversed"
    def __getitem__(self, key): return "get", key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("delete", key)
    def __contains__(self, item): return item == 5
    def __hash__(self): return 9
    def __eq__(self, other): return "eq", type(other).__name__
    def __lt__(self, other): return "lt", type(other).__name__
    def __call__(self, *args, **named): return args, named

def binary(name):
    return lambda self, other, *more: (name, type(other).__name__, *more)

names = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor".split()
for name in names:
    for form in (name, "r" + name, "i" + name):
        if form != "idivmod": setattr(Number, f"__{form}__", binary(form))

one = Number(1)
p = weakref.proxy(one)
functions = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "matmul": operator.matmul, "truediv": operator.truediv, "floordiv": operator.floordiv,
             "mod": operator.mod, "divmod": divmod, "pow": pow, "lshift": operator.lshift, "rshift": operator.rshift, "and": operator.and_, "or": operator.or_, "xor": operator.xor}
in_place = {name: getattr(operator, "i" + name.rstrip("_") if name not in ("and", "or") else f"i{name}") for name in functions if name != "divmod"}
unary = [str, int, float, operator.neg, operator.pos, abs, operator.invert, operator.index, bool, len, list, repr and (lambda x: x[1]), (lambda x: 5 in x), (lambda x: 6 in x), (lambda x: x < 1), (lambda x: x == 1),
         (lambda x: operator.setitem(x, 1, 2)), (lambda x: operator.delitem(x, 1)), (lambda x: setattr(x, "value", 5)), hash]

def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"

for turn in range(2):
    for name, f in functions.items(): print(name, attempt(f, p, 2), attempt(f, 2, p), attempt(f, p, p))
    for name, f in in_place.items(): print(name, attempt(f, p, 2), attempt(f, 2, p))
    for f in unary: print(f.__name__, attempt(f, p))
    q = weakref.proxy(one) if turn == 0 else None
    del one, q
    gc.collect()
    one = None

class Steps:
    def __init__(self): self.left = 2
    def __iter__(self): return self
    def __next__(self):
        if self.left == 0: raise StopIteration
        self.left -= 1
        return self.left
s = Steps(); p = weakref.proxy(s)
print(next(p), list(p), attempt(next, p))
class Plain: pass
o = Plain(); p = weakref.proxy(o)
for f in (iter, next, len, reversed, hash, int, float, operator.index, lambda x: x[0], lambda x: 1 in x, lambda x: x < 1, lambda x: -x, lambda x: x + 1, lambda x: x(), lambda x: x == o, lambda x: x != o, lambda x: operator.iadd(x, 1)): print(attempt(f, p))
print(type(p), type(weakref.proxy(Plain)), isinstance(p, Plain))
