# Types of C that CPython makes when their module is imported have __module__ in their dict, and so their instances
# have it; static ones do not.
import array, collections, contextvars, functools, io, itertools, operator, os, struct, sys, time, types, weakref


def f():
    pass


shown = [collections.deque(), collections.defaultdict(), io.StringIO(), io.BytesIO(), array.array("i"), itertools.count(),
         itertools.chain(), functools.partial(print), functools.lru_cache(f), functools.cmp_to_key(len),
         operator.itemgetter(1), struct.Struct("i"), time.gmtime(0), os.stat("/"), iter(collections.deque()),
         collections.OrderedDict(), contextvars.ContextVar("v"), contextvars.Context(), sys.flags, sys.float_info,
         types.SimpleNamespace(), types.MappingProxyType({}), weakref.ref(f), iter([]), slice(1), memoryview(b""), 1]
for o in shown:
    t = type(o)
    print(t.__qualname__, t.__module__, getattr(o, "__module__", "none"), vars(t).get("__module__", "none"), "__module__" in dir(o))
print(list(vars(collections.deque))[-2:], list[int].__module__, (int | str).__module__, type(int | str).__module__)


class D(collections.deque):
    pass


class O(collections.OrderedDict):
    __slots__ = ()


print(D().__module__, O().__module__, type("T", (collections.deque,), {"__module__": "m"})().__module__)
