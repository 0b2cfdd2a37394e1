# Types called with one argument at one place, and text that int() reads.
for t in ["", "-", "\n", "-\n", "0", "-0", "+1", " 1", "1 ", "1\n", "1\n\n", "-12\n", "--1", "1-", "1_0", "007", "999999999999999999", "1000000000000000000", "9"*18+"\n", "-"+"9"*18, "-"+"9"*19, "9"*19, "٣", "1٣", "0x1", "1.", "1e5", "/", ":", "1/", "1:"]:
    try: print(repr(t), int(t), int(t, 10))
    except ValueError as e: print(repr(t), e)
class S(str): pass
print(int(S("12")), int(S("x12"[1:])))
print(str(5), str("a"), str(b"x"), list("ab"), tuple("ab"), set("a"), frozenset("a"), dict([(1, 2)]), list(range(3)), range(3), enumerate, type(5), bool([]), float("1.5"), list(reversed("ab")))
def f(t, x): return t(x)
for t in (str, int, float, bool, list, tuple, set, frozenset, dict, range, enumerate, reversed, type, S, len, f):
    for x in ("1", 5, [1], None, {}, 1.5, object):
        try: print(t, x, r if (r := f(t, x)).__class__ in (str,int,list,tuple,dict,set,S) else type(r))
        except Exception as e: print(type(e), e)
from types import MethodType
m = MethodType(str, 5)
for i in range(3): print(m(), MethodType(list, "ab")())
class M(type):
    def __call__(c, *a): return "M", a
class C(metaclass=M): pass
for c in (str, C, str, type, C, M):
    try:
        print(f(c, C))
    except TypeError as e:
        print(e)
