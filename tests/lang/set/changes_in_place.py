# In-place operators and methods that change a set; a set that changes while it is walked through.
def show(act, *arguments):
    s = {1, 2, 3, 4}
    try:
        result = act(s, *arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(result, list(s))


def in_place(operator):
    def act(s, other):
        before = s
        scope = {"s": s, "other": other}
        exec(f"s {operator} other", scope)
        return scope["s"] is before, type(scope["s"]).__name__

    return act


for operator in ("|=", "&=", "-=", "^="):
    for other in ({3, 4, 5}, frozenset([1]), {1: 2}.keys(), [1], 5, set()):
        show(in_place(operator), other)
for name in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
    for arguments in ((), ([3, 4, 5],), ((8, 9),), ([1], [2]), (5,), ([[]],), (range(3),)):
        show(getattr(set, name), *arguments)
for method, *arguments in ((set.add, 9), (set.add, 1), (set.remove, 1), (set.remove, 9), (set.discard, 2), (set.discard, "x"), (set.clear,), (set.pop,), (set.copy,)):
    show(method, *arguments)
s = {1, 2, 3, 4}
s |= s
s &= s
print(s)
s -= s
print(s, s is s)
for change in (lambda s: s.add(99), lambda s: s.discard(1), lambda s: s.clear(), lambda s: s.add(1), lambda s: s.update([])):
    s, seen = {1, 2, 3}, []
    try:
        for item in s:
            seen.append(item)
            change(s)
    except RuntimeError as error:
        seen.append(str(error))
    print(seen, s)
