class Deck:
    def __init__(self, *cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        print("get", i)
        return self.cards[i]

    def __setitem__(self, i, v):
        print("set", i, v)

    def __delitem__(self, i):
        print("del", i)

    def __contains__(self, x):
        print("contains", x)
        return x in self.cards


d = Deck("a", "b", "c")
print(len(d), d[0], d[-1], d[1:], "a" in d, "z" not in d, bool(d), bool(Deck()))
d[0] = 1
d[1:2] = []
del d[0], d[::2]
d[0] += "x"
print(d[1, 2:3, ...] if False else "skip")
for card in d:
    print(card)
print(list(reversed(d)), [*d][0])
five, none = 5, None
for bad in ("five[0]", "none[0]", "len(five)", "five[0] = 1", "del five[0]", "1 in five", "iter(five)", "d[9]", "reversed(five)"):
    try:
        exec(bad)
    except (TypeError, IndexError) as error:
        print(error)
