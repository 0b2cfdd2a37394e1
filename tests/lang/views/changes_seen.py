# Views follow the dict; iterating over one notices when the dict changes its size.
d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
d["d"] = 4
del d["a"]
print(keys, values, items, len(keys), list(reversed(values)))
d["b"] = 20
print(list(items), ("b", 20) in items, 2 in values)


def walk(iterable, act):
    seen = []
    try:
        for item in iterable:
            seen.append(item)
            act(len(seen))
    except RuntimeError as error:
        seen.append(str(error))
    print(seen)


for kind in (dict.keys, dict.values, dict.items, iter, reversed):
    walk(kind(dict(x=1, y=2, z=3)), lambda count: None)
    for act in (lambda d, n: d.clear(), lambda d, n: d.pop("y", 0), lambda d, n: d.update({n: 0}), lambda d, n: d.update(x=5), lambda d, n: n == 1 and (d.pop("x"), d.update(w=1)), lambda d, n: n == 3 and d.update(q=1)):
        d = dict(x=1, y=2, z=3)
        walk(kind(d), lambda count: act(d, count))
d = {1: 2, 3: 4}
iterator = iter(d.items())
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__())
d[5] = 6
try:
    next(iterator)
except RuntimeError as error:
    print(error)
print(iterator.__length_hint__())
