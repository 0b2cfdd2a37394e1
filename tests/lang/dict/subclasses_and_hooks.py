# Subclasses of dict, __missing__, copies and pickling hooks, hostile keys.
import copy


class Counting(dict):
    def __missing__(self, key):
        self[key] = f"made {key}"
        return self[key]


c = Counting(a=1)
print(c["a"], c["b"], c.get("z"), "z" in c, c, c.setdefault("y", 0), c.pop("q", None), type(c.copy()).__name__, type(c | {}).__name__, type({} | c).__name__, type(Counting.fromkeys("ab")).__name__, Counting.fromkeys("ab", 0), copy.copy(c), type(copy.deepcopy(c)).__name__)
c.extra = 5
print(c.__dict__, copy.copy(c).extra, c.__reduce_ex__(2)[0].__name__, c.__reduce_ex__(2)[1:4], list(c.__reduce_ex__(2)[4]), {}.__reduce_ex__(2)[4].__next__ is not None)


class Wrong(dict):
    __missing__ = None


class Raises(dict):
    def __missing__(self, key):
        raise LookupError(f"missing {key}")


class Setting(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __init__(self, *args, **kwargs):
        print("init", args, kwargs)
        super().__init__(*args, **kwargs)


for call in ("Wrong()['a']", "Raises()['a']", "Raises().get('a')", "{}['a']", "{}[('a', 1)]", "{}[()]", "dict.__getitem__(Counting(), 'x')", "dict.__missing__"):
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error, error.args)
s = Setting(a=1)
s.update(b=2)
s |= {"c": 3}
s["d"] = 4
print(s, s.setdefault("e", 5), Setting.fromkeys("xy"))


class Key:
    def __init__(self, name, hashed=1, equal=None):
        self.name, self.hashed, self.equal = name, hashed, equal

    def __hash__(self):
        if self.hashed is None:
            raise RuntimeError(f"hash of {self.name}")
        return self.hashed

    def __eq__(self, other):
        if self.equal is None:
            raise RuntimeError(f"eq {self.name}")
        return self.equal

    def __repr__(self):
        return f"Key({self.name})"


a, b = Key("a", equal=False), Key("b", equal=True)
d = {a: 1}
d[b] = 2
print(d, a in d, b in d, len(d), d[a], d.get(Key("c", equal=True)))
bad = Key("bad")
for use in (lambda d: d[bad], lambda d: d.get(bad), lambda d: bad in d, lambda d: d.pop(bad), lambda d: d.setdefault(bad, 1), lambda d: d.__setitem__(bad, 1), lambda d: d.__delitem__(bad), lambda d: d.update({bad: 1}), lambda d: d | {bad: 1}, lambda d: {**d, bad: 1}, lambda d: d == {bad: 1}, lambda d: d.keys() & [bad], lambda d: dict.fromkeys([Key("x"), bad])):
    for make in (lambda: {Key("x"): 0}, lambda: {1: 0}):
        try:
            print(use(make()))
        except Exception as error:
            print(type(error).__name__, error)
bad.hashed = None
for use in (lambda d: d[bad], lambda d: bad in d, lambda d: {bad: 1}, lambda d: d.get(bad, 5), lambda d: d.pop(bad, 5)):
    try:
        print(use({}))
    except Exception as error:
        print(type(error).__name__, error)


class Changes:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 5

    def __eq__(self, other):
        self.target.clear()
        return False


target = {}
target[Changes(target)] = 1
