from collections.abc import *


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self:
            self.items.append(item)

    def discard(self, item):
        if item in self:
            self.items.remove(item)

    def __repr__(self):
        return f"Bag({self.items})"


a, b = Bag([1, 2, 3]), Bag([3, 4])
print(a | b, a & b, a - b, a ^ b, [5] | b, {3} & a, {3, 9} - a, a | [7])
print(a < b, a <= a, a > Bag([1]), a == Bag([3, 2, 1]), a != b, a == {1, 2, 3}, a.isdisjoint(b), a.isdisjoint([9]))
print(a._hash() == hash(frozenset([1, 2, 3])), Bag()._hash() == hash(frozenset()))
a |= [9]; a -= [1]; a ^= [2, 8]; a &= [9, 8, 3]
print(a, a.pop(), a)
a.remove(9) if 9 in a else None
try:
    a.remove(100)
except KeyError as error:
    print(repr(error))
a.clear()
print(a)
try:
    a.pop()
except KeyError as error:
    print(repr(error))
try:
    a | 3
except TypeError as error:
    print(error)


class Table(MutableMapping):
    def __init__(self): self.data = {}
    def __getitem__(self, key): return self.data[key]
    def __setitem__(self, key, value): self.data[key] = value
    def __delitem__(self, key): del self.data[key]
    def __iter__(self): return iter(self.data)
    def __len__(self): return len(self.data)
    def __repr__(self): return f"Table({self.data})"


t = Table()
t.update({"a": 1}, b=2)
t.update([("c", 3)])
print(t, t.get("a"), t.get("z"), t.get("z", 0), "a" in t, t.pop("a"), t.pop("q", None), t.setdefault("d", 4), t.setdefault("d", 5))
print(t.keys(), t.values(), t.items(), list(t.items()), ("b", 2) in t.items(), 3 in t.values(), t.keys() & {"b"}, sorted(t.keys() - {"b"}))
print(t == {"b": 2, "c": 3, "d": 4}, t == 3, t.popitem(), len(t.keys()))
for act in (lambda: t.pop("q"), lambda: reversed(t), lambda: hash(t)):
    try:
        act()
    except (KeyError, TypeError) as error:
        print(repr(error))
t.clear()
print(t)


class Row(MutableSequence):
    def __init__(self, items=()): self.data = list(items)
    def __getitem__(self, i): return self.data[i]
    def __setitem__(self, i, value): self.data[i] = value
    def __delitem__(self, i): del self.data[i]
    def __len__(self): return len(self.data)
    def insert(self, i, value): self.data.insert(i, value)


r = Row("abc")
r.append("d"); r += "ef"; r.extend(r); r.reverse(); r.remove("f")
print("".join(r), r.pop(), r.pop(0), r.index("c"), r.index("c", 3), r.count("b"), "z" in r, list(reversed(r)))
try:
    r.index("a", -2)
except ValueError as error:
    print(repr(error))
match r:
    case [first, *_, last]:
        print(first, last)
match Table():
    case {}:
        print("a mapping")
r.clear()
print(len(r))


class Echo(Generator):
    def send(self, value): return value
    def throw(self, typ, val=None, tb=None): super().throw(typ, val, tb)


e = Echo()
print(next(e), e.send(4), iter(e) is e, e.close())
for error in (ValueError, ValueError("x")):
    try:
        e.throw(error)
    except ValueError as caught:
        print(repr(caught))
