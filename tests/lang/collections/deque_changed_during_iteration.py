from collections import deque


def change(act, view=iter):
    d = deque("abc")
    try:
        for item in view(d):
            act(d)
        print("fine", d)
    except RuntimeError as error:
        print(error, d)


change(lambda d: d.append(1))
change(lambda d: d.pop())
change(lambda d: d.rotate())
change(lambda d: d.reverse())
change(lambda d: d.__setitem__(0, "z"))
change(lambda d: d.clear(), reversed)


class Meddler:
    def __init__(self, d):
        self.d = d

    def __eq__(self, other):
        self.d.clear()
        return False


for name in ("index", "count", "remove", "__contains__"):
    d = deque([1, 2, 3])
    try:
        getattr(d, name)(Meddler(d))
    except (RuntimeError, IndexError) as error:
        print(name, repr(error))
d, e = deque([1, 2]), deque()
e.extend([Meddler(d), 2])
try:
    print(d == e)
except RuntimeError as error:
    print(error)
iterator = iter(deque([1, 2]))
print(iterator.__length_hint__(), next(iterator), next(iterator), next(iterator, None), iterator.__length_hint__())
r = deque([1], 3)
r.append(r)
print(r, r.__reduce__()[:3])
