t = (3, 1, 2, 1)
print(t[0], t[-1], t[1:3], t[::-1], t[5:], t + (9,), t * 2, 2 * t, t * -1, t.count(1), t.index(1), t.index(1, 2), len(t))
print((), (1,), tuple("ab"), tuple([]), tuple(t) is t, t[:] is t, () + t is t, tuple() is (), t == (3, 1, 2, 1), t != ())
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), (2,) > (1, 9), () < (0,), (1, "a") == (1, "a"), (1,) == [1], 2 in t, 5 in t)
print(hash((1, 2, 3)), hash(()), hash((1, (2, 3.5))), {(1, 2): "a"}[(1.0, 2.0)], (nan := float("nan"),) == (nan,))
for text in ("t[4]", "t['a']", "t + [1]", "t * 'a'", "t.index(9)", "t.index(1, None)", "tuple(1)", "tuple(1, 2)", "tuple(a=1)",
             "t < [1]", "(1,) < ('a',)", "hash(([],))", "t.append", "t.count()", "t[::0]", "t * (1 << 62)"):
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
t += (5,)
print(t)
