# Methods that CPython tells the class that defines them take no keywords but count them.
import array, io

objects = io.IOBase(), io.RawIOBase(), io.BufferedIOBase(), io.TextIOBase(), io.BytesIO(), io.FileIO("/dev/null"), open("/dev/null", "rb"), open("/dev/null", "wb"), array.array("i")
for o in objects:
    for name in "seek truncate fileno detach read read1 readinto write readline close getbuffer extend fromfile tofile".split():
        method = getattr(o, name, None)
        if not method or name in ("close", "detach") and not type(o).__name__.endswith("IOBase"): continue
        for args, named in ((), {"zz": 1}), ((1,), {"zz": 1}), ((1, 2, 3, 4), {}):
            try: method(*args, **named); print(type(o).__name__, name, "ok")
            except (TypeError, ValueError, OSError, NotImplementedError) as e: print(type(o).__name__, name, type(e).__name__, e)
