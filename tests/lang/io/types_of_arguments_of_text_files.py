# The types of all arguments are looked at before what they say.
import io

def attempt(f, **named):
    try: print(f(**named))
    except (TypeError, ValueError, LookupError) as e: print(sorted(named), type(e).__name__, e)

def wrap(**named): return io.TextIOWrapper(io.BytesIO(b"abc"), **named).encoding
for named in {"encoding": 5, "errors": 6, "newline": 7}, {"encoding": "nope", "errors": 6}, {"errors": 6, "newline": 7}, {"encoding": "nope", "newline": "x"}, {"newline": b""}, {"encoding": "a\0b"}, {"encoding": None, "errors": None, "newline": None}:
    attempt(wrap, **named)
t = io.TextIOWrapper(io.BytesIO(b"abc"))
t.read(1)
for named in {"encoding": 5}, {"errors": 5}, {"newline": 5}, {"encoding": "ascii"}, {"line_buffering": None}:
    attempt(t.reconfigure, **named)
with open("/dev/null", "rb", 0) as f:
    attempt(lambda pos, whence: f.seek(pos, whence), pos="a", whence=None)
