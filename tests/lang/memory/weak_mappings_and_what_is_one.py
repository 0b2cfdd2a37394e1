"""Weak mappings are joined and compared with mappings alone, not with whatever has keys."""
import collections
import types
import weakref
from collections.abc import Mapping, MutableMapping


class Name:
    keys = 1.0

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


class Rows(Mapping):
    def __getitem__(self, key):
        return {one: 5, two: 6}[key]

    def __iter__(self):
        return iter((one, two))

    def __len__(self):
        return 2


class Shown:
    def keys(self):
        return [one]

    def __getitem__(self, key):
        return 9


one, two, three = map(Name, ("one", "two", "three"))
for weak in weakref.WeakKeyDictionary({one: 1, three: 3}), weakref.WeakValueDictionary({1: one, 3: three}):
    print(isinstance(weak, Mapping), isinstance(weak, MutableMapping), issubclass(type(weak), Mapping))
    by_key = isinstance(weak, weakref.WeakKeyDictionary)
    others = [{two: 2} if by_key else {2: two}, Rows() if by_key else collections.ChainMap({2: two}), Name, Shown(), [], 5,
              types.MappingProxyType({two: 7} if by_key else {7: two}), weak, weak.copy()]
    for other in others:
        for join in (lambda: weak | other), (lambda: other | weak):
            try:
                joined = join()
                print(type(joined).__name__, list(joined.items()))
            except TypeError as error:
                print(error)
        print(weak == other, other == weak, weak != other)
    try:
        weak |= 5
    except TypeError as error:
        print(error)
