# Many moves to both ends, checked against a list; a cache that forgets what was used longest ago.
from collections import OrderedDict

seed = 12345


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return (seed >> 8) % n


o, keys = OrderedDict(), []
for step in range(4000):
    act, key = random(8), random(40)
    if act < 3 and key in o:
        o.move_to_end(key, last=act == 0)
        keys.remove(key)
        keys.insert(len(keys) if act == 0 else 0, key)
    elif act == 3 and o:
        assert o.popitem(last=False)[0] == keys.pop(0)
    elif act == 4 and o:
        assert o.popitem()[0] == keys.pop()
    elif act == 5 and key in o:
        del o[key]
        keys.remove(key)
    elif key not in o:
        o[key] = step
        keys.append(key)
    assert list(o) == keys and list(reversed(o)) == keys[::-1] and len(o) == len(keys)
    assert all(k in o for k in keys) and key in keys or key not in o
print(o.keys())


class Cache(OrderedDict):
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > 3:
            self.popitem(last=False)


c = Cache()
for i in range(5000):
    c[i] = i
    c.get(i - 2), c[max(c)], c[min(c)]
print(c)
front = OrderedDict()
for i in range(3000):
    front[i] = i
    front.move_to_end(i, last=False)
print(next(iter(front)), next(reversed(front)), len(front))
