# What a native shows where it takes *args to tell itself what is wrong, or nothing at all.
import collections, contextvars, inspect, io, itertools, os.path, struct, time, types, weakref

def shown(f):
    try: return str(inspect.signature(f))
    except ValueError as e: return str(e)

async def aiter_(): yield
for f in (property.__set_name__, type.__prepare__, time.struct_time.__replace__, types.CodeType.replace, types.CodeType.__replace__, itertools.zip_longest, anext, struct.pack, struct.pack_into, struct.Struct,
          struct.Struct.pack, types.GeneratorType.throw, types.CoroutineType.throw, types.AsyncGeneratorType.athrow, collections.OrderedDict.update, collections.deque, collections.deque.index,
          contextvars.Context.run, types.CellType, weakref.ref, io.RawIOBase.write, os.path.join, list.pop, dict.update):
    print(getattr(f, "__qualname__", f), shown(f))
print(itertools.zip_longest.__text_signature__, struct.pack.__text_signature__, anext.__text_signature__, types.CellType.__text_signature__, types.CodeType.replace.__text_signature__)
try: property().__set_name__(int)
except TypeError as e: print(e)
