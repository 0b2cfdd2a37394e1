"""Copies, unions and differences of sets beyond 64 places: order of numbers, deleted places, keys that are objects, chains of one hash."""
import sys


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        return self.number == other.number


numbers = set(range(0, 3000, 7))
for size in (40, 77, 300, 3000, 60000):
    grown = {i * 5 % 1009 for i in range(size)}
    holes = set(range(size))
    for i in range(0, size, 3):
        holes.discard(i)
    for s in (grown, holes):
        again = s.copy()
        print(size, len(s), again == s, list(again)[:5], list(s | {-5})[-3:], list(s - {1, 2})[:3], hash(frozenset(s)))
texts = {f"text {i}" for i in range(200)}
three = sorted(texts)[:3]


def references():
    return [sys.getrefcount(three[i]) for i in range(3)]


before = references()
copies = [texts.copy(), texts | {"x"}, texts - {"5"}, set(texts), frozenset(texts)]
print([now - then for now, then in zip(references(), before)], [len(c) for c in copies])
del copies
print(references() == before)
keys = {Key(i) for i in range(90)}
print(len(keys), len(keys.copy()), keys.copy() == keys, sorted(k.number for k in keys - {Key(3)})[:5])
chain = {i << 40 for i in range(500)}
print(len(chain), sorted(chain.copy())[-1] == 499 << 40, chain | {1} == chain.copy() | {1})
