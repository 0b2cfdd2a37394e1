# Keys whose __hash__ or __eq__ fails, lies, or changes the set.
class Key:
    def __init__(self, name, hash=1, equal=True):
        self.name, self.hash, self.equal = name, hash, equal

    def __hash__(self):
        if isinstance(self.hash, Exception):
            raise self.hash
        return self.hash

    def __eq__(self, other):
        if isinstance(self.equal, Exception):
            raise self.equal
        return self.equal(other) if callable(self.equal) else self.equal

    def __repr__(self):
        return self.name


def show(act):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)


for hash in (LookupError("hash"), "text", 2.0, 2**70, -1, True, None):
    show(lambda: {Key("k", hash)})
    show(lambda: Key("k", hash) in {1})
for equal in (LookupError("eq"), True, False, NotImplemented, 0, "yes", []):
    show(lambda: {1, Key("k", 1, equal)})
    show(lambda: 1 in {Key("k", 1, equal)})
    show(lambda: {1: "one"}.get(Key("k", 1, equal), "none"))
    show(lambda: {1} == {Key("k", 1, equal)})
    show(lambda: {1, 2} & {Key("k", 1, equal)})
s = {1}
show(lambda: s.add(Key("drops", 1, lambda other: s.discard(1) or True)) or s)
s = {1}
show(lambda: s.add(Key("clears", 1, lambda other: s.clear() or False)) or s)
s = {1}
show(lambda: (Key("grows", 1, lambda other: s.update(range(2, 50)) or False) in s, len(s)))
s = {1}
show(lambda: (Key("empties", 1, lambda other: s.clear() or True) in s, len(s)))
for equal in (LookupError("eq"), True, False):
    show(lambda: {1, 2}.issubset([Key("k", 1, equal), 2]))
    show(lambda: {1, 2}.issubset({Key("k", 1, equal), 2}))
    show(lambda: {1, 2}.issuperset([Key("k", 1, equal)]))
    show(lambda: {1, 2}.isdisjoint([Key("k", 1, equal)]))
