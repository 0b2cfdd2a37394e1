# Long chains of one thing within another: freed without recursion, or refused with RecursionError.
import gc
import types
from typing import TypeVar

gc.disable()
T = TypeVar("T")

def attempt(name, function):
    try: function()
    except (RecursionError, TypeError): pass
    print(name, "is left alive")

def nested(inner, wrap, count=100000):
    for _ in range(count): inner = wrap(inner)
    return inner

def suspended(inner):
    yield
    yield inner

def started(inner):
    generator = suspended(inner)
    next(generator)
    return generator

nested(None, started, 50000)
print("generators are freed")

proxy = nested({}, types.MappingProxyType)
for name, use in [("len", len), ("in", lambda p: 3 in p), ("iter", iter), ("keys", lambda p: p.keys()), ("get", lambda p: p.get(1)), ("or", lambda p: p | p), ("hash", hash)]:
    attempt(name, lambda: use(proxy))

alias = nested(list[T], lambda inner: types.GenericAlias(list, inner))
attempt("parameters", lambda: alias.__parameters__)
attempt("subscript", lambda: alias[int])
attempt("list", lambda: types.GenericAlias(list, (T, nested([T], lambda inner: [inner])))[int])
attempt("tuple", lambda: types.GenericAlias(list, (T, nested((T,), lambda inner: (inner,)))))
