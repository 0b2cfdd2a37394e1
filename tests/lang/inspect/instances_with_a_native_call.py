# An object that C code calls shows its own text, else what its type's __call__ takes.
import functools, inspect, operator, types, weakref

def f(a): pass
class Text:
    __text_signature__ = "(one, two=2, /)"
    def __call__(self, three): pass
class Derived(weakref.ref): pass

objects = [weakref.ref(f), Derived(f), weakref.proxy(f), list[int], operator.itemgetter(1), operator.methodcaller("x"), functools.cmp_to_key(f), functools.cmp_to_key(f)(1), functools.lru_cache(f), staticmethod(f),
           classmethod(f), property(f), int | str, (1).__add__, types.MethodType(len, ()), Text()]
for o in objects:
    try: print(type(o).__name__, inspect.signature(o))
    except (TypeError, ValueError) as e: print(type(o).__name__, type(e).__name__)
