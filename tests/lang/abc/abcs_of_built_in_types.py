import collections.abc as abcs


async def coroutine(): pass
async def async_generator(): yield
def generator(): yield


awaitable = coroutine()
awaitable.close()
kinds = [int, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, memoryview, slice, type(None), object, type,
         map, zip, enumerate, reversed, filter, property, type({}.keys()), type({}.values()), type({}.items()),
         type(iter([])), type(iter({})), type(len), type(type.__dict__), type(generator()), type(awaitable),
         type(async_generator()), type(generator)]
for name in abcs.__all__:
    if name == "ByteString":
        continue
    kind = getattr(abcs, name)
    print(kind, sorted(kind.__abstractmethods__), [base.__name__ for base in kind.__mro__])
    print("   ", *[k.__name__ for k in kinds if issubclass(k, kind)])
