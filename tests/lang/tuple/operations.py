# Tuples: operators, methods, comparison, hash, conversion, and what they refuse.
def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class T(tuple):
    pass


class Strange:
    def __eq__(self, other):
        raise LookupError("asked")


t = (1, 2.0, "x", None, (1,), 2)
for text in """t + (3,); t + [3]; t * 2; 2 * t; t * -1; t * "a"; t * 1.5; t[1]; t[-7]; t[1:4]; t[::-2]; t["a"]; t[2**70]; t[None:]
    t.index(2); t.index(2, 2); t.index(2, 2, 5); t.index(2, -1); t.index(9); t.count(2); t.count(); t.index(); t.index(1, "a"); t.index(1, None)
    2.0 in t; 5 in t; Strange() in t; (Strange(),) == (Strange(),); t == T(t); T(t) == t; (1, 2) < (1, 3); (1, 2) < (1, 2, 0); () < (0,); (1,) < ("a",); (1, "a") < (2, 5); (1,) < [1]
    hash((1, 2)); hash(()); hash((1, (2, 3))); hash((1, [])); hash((1.0, 2)) == hash((1, 2)); hash((-1,)); hash((0, 0.5, 2**61))
    tuple(); tuple("ab"); tuple(5); tuple([1], [2]); tuple(iterable=[1]); tuple({1: 2}); tuple(x * x for x in range(3)); T("ab"); type(T("ab") + (1,)); type(T("ab")[:]); type(T("ab") * 1); repr((1,)); repr(()); repr(T([1]))
    (1, 2) + (); () * 5; len(t); bool(()); reversed(t).__next__(); (1, 2).__add__([1]); (1, 2).__rmul__(2); (1, 2).__contains__(2); (1,).__getitem__(0); (1,).__getnewargs__(); (1,).append; (1, 2).__lt__(5); (1, 2).__iadd__
    max((1, 2), (1, 1)); sum(((1,), (2,)), ()); min((), default=3); sorted(((2, "a"), (1, "b"))); isinstance((), tuple); () is (); tuple(t) is t; t[:] is t; (1, *t, 2); dict([(1, 2)]); divmod(*(7, 2))""".replace("\n", ";").split(";"):
    show(text.strip())
for act in ("t[0] = 1", "del t[0]", "t.x = 1", "a, b = t", "a, *b = ()", "t[0:1] = ()"):
    try:
        exec(act)
    except Exception as error:
        print(act, "->", type(error).__name__, error)
t += (4,)
t *= 2
print(t)
