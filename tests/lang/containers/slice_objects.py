s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s < slice(2, 3, 4), slice(1) != slice(2))
print(hash(slice(1, 2, 3)), hash(slice(None, None, None)), {slice(1): "a"}[slice(1)])
print([s.indices(n) for n in (0, 1, 5, 20)], slice(None, None, -1).indices(5), slice(-3, None).indices(5))
print(slice(1 << 70, -(1 << 70), -1).indices(1 << 65) == ((1 << 65) - 1, -1, -1), "abcdef"[s], (0, 1, 2, 3)[s])


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


class Echo:
    def __getitem__(self, key):
        return key


print(list(range(10))[Index(2) : Index(8) : Index(3)], [4, 5][Index(1)], Echo()[1:2, ::3, ...], Echo()[:])
for text in ("slice()", "slice(1, 2, 3, 4)", "slice(1, 2, 0).indices(5)", "slice(1).indices(-1)", "slice(1).indices('a')",
             "slice('a').indices(3)", "hash(slice([]))", "slice(1) < 2", "[1]['a':]"):
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
