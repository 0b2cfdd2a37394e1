"""What sum(), max(), all() and list.extend() take from the keys and values of a dict, and from what is left of an iterator."""
d = {i: i * i for i in range(10)}
print(sum(d), sum(d.values()), sum(d.values(), 0.5), max(d.values()), min(d), all(d.values()), any(d.values()), all({}), any({}.values()))
print(sum({1: 2**62, 2: 2**62, 3: 0.5}.values()), sum({0.5: 1, 2: 2}), max({"b": 1, "a": 2}), max({"b": 1, "a": 2}.values()))
it = iter(d.values())
print(any(it), next(it), all(it), list(it), sum(it), max(it, default="none"))
it = iter(d)
print(all(it), next(it), any(it), next(it), sum(it), list(it))
items = [0]
items.extend(iter(d.values()))
items += d.keys()
print(items)
it = iter(d)
next(it)
d[99] = 1
for native in sum, max, all, list, tuple, set, items.extend:
    try: print(native(it))
    except (RuntimeError, ValueError) as e: print(native.__name__, type(e).__name__, e)
class Adds:
    def __radd__(self, other): e[len(e)] = 1; return 0
    def __lt__(self, other): e.clear(); return True
    __gt__ = __lt__
    def __bool__(self): e.pop(0, None); return True
for native in sum, max, min, all:
    e = {0: Adds(), 1: Adds(), 2: Adds()}
    try: print(native(e.values()))
    except RuntimeError as error: print(native.__name__, error)
    e = {Adds(): 0, Adds(): 1, Adds(): 2, 0: 1}
    try: print(native(iter(e)))
    except RuntimeError as error: print(native.__name__, error)
