# The bounds of islice() and which of them an error is about; count() over any number; sumprod() up to where an input ends; formats of struct; the end for bisect().
import bisect, itertools, math, struct

def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"

class C(complex): pass
class S(str): pass
values = [None, 0, 1, 3, -1, -2, True, 2**70, -2**70, 1.0, "x"]
for a in values: print(a, attempt(lambda: list(itertools.islice("abcdef", a))))
for a in values:
    for b in values: print(a, b, attempt(lambda: list(itertools.islice("abcdef", a, b))), attempt(lambda: list(itertools.islice("abcdef", 0, a, b))))
print(next(itertools.count(C(1))), next(itertools.count(C(2), C(1))), attempt(itertools.count, "a"), attempt(itertools.count, 1, []))
for p, q in (([1, 2], [3]), (["a"], [2, 3]), ([1], ["a", "b"]), ([[]], [1]), ((), ()), ([1.5, 2], [2, "x"]), ([1, 2, 3], [2**70, 1.0])): print(p, q, attempt(math.sumprod, p, q))
for text in ("\x1c", " i", "i \t\n\v\f\r", "i\x1d", "\x85", "\xa0", "i\0", ")\0", "\0", b"\0", "0", "1", "1 i"): print(ascii(text), attempt(struct.calcsize, text))
for code in "efd":
    for number in (10**10, 10**40, 10**400, 1e10, 1e300, True): print(code, attempt(struct.pack, "<" + code, number))
print(type(struct.Struct(S("i")).format), type(struct.Struct(b"i").format))
for high in (None, -1, -2, 2, 2**70, True, "x"): print(high, attempt(bisect.bisect, [1, 2, 3], 2, 0, high), attempt(bisect.bisect_left, [1, 2, 3], 9, 1, high), attempt(bisect.bisect, 5, 2, 0, high))
