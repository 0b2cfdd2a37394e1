"""collections.Counter."""
import sys
from _collections import _count_elements
from _operator import add, eq, ge, itemgetter, le, sub

__name__ = "collections"  # the module that the class says it is from
mappingproxy = type(type.__dict__)


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    # before the abstract base classes are loaded, nothing else can be a Mapping
    abcs = sys.modules.get("_collections_abc")
    return isinstance(value, abcs.Mapping if abcs else mappingproxy)


def _counts(source):
    """The pairs (element, count) of what update() and subtract() take."""
    if source is None:
        return ()
    return source.items() if _is_mapping(source) else ((element, 1) for element in source)


def _without_rest(counter):
    """Takes out what does not count more than 0; returns the counter."""
    for element in [element for element, count in counter.items() if not count > 0]:
        del counter[element]
    return counter


def _comparison(holds):
    """A comparison that is true when it holds for the counts of every element; one that is not there counts 0."""
    def compare(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(holds(self[element], other[element]) for one in (self, other) for element in one)

    compare.__name__, compare.__qualname__ = f"__{holds.__name__}__", f"Counter.__{holds.__name__}__"
    return compare


def _combination(name, rule, sign=0):
    """The operator of this name: rule makes a count of two; an element that only the right operand has counts there with
    this sign. The result keeps the positive counts."""
    def combine(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        counts = {element: count for element, mine in self.items() if (count := rule(mine, other[element])) > 0}
        if sign > 0:
            counts |= {element: count for element, count in other.items() if element not in self and count > 0}
        elif sign < 0:
            counts |= {element: 0 - count for element, count in other.items() if element not in self and count < 0}
        return Counter(counts)

    combine.__name__, combine.__qualname__ = name, "Counter." + name
    return combine


class Counter(dict):
    """A dict that counts: its keys are the elements, its values how often they occur. An element that is not there
    counts 0.

    Counter() is empty; an iterable is counted; a mapping or keyword arguments give counts.
    """

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """Return the sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """Return the elements and their counts, the most common first; with n, only so many."""
        if n is not None:
            from heapq import nlargest
            return nlargest(n, self.items(), itemgetter(1))
        return sorted(self.items(), key=itemgetter(1), reverse=True)

    def elements(self):
        """Return an iterator over the elements, each as often as it counts (not at all when that is less than one)."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Count the elements of an iterable too, or add the counts of a mapping and of keyword arguments."""
        for source in (iterable, kwds) if kwds else (iterable,):
            if source is None:
                continue
            if not _is_mapping(source):
                _count_elements(self, source)
            elif self:
                get = self.get
                for element, count in source.items():
                    self[element] = count + get(element, 0)
            else:
                super().update(source)

    def subtract(self, iterable=None, /, **kwds):
        """Do what update() does with counts taken away; they may fall to zero and below."""
        get = self.get
        for source in iterable, kwds:
            for element, count in _counts(source):
                self[element] = get(element, 0) - count

    def copy(self):
        """Return a Counter with the same counts."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        """Take an element out; nothing happens if it is not there."""
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        shown = ""
        if self:
            try:
                shown = repr(dict(self.most_common()))
            except TypeError:  # not all counts can be compared
                shown = dict.__repr__(self)
        return f"{self.__class__.__name__}({shown})"

    __eq__, __le__, __ge__ = map(_comparison, (eq, le, ge))

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    __add__ = _combination("__add__", add, 1)
    __sub__ = _combination("__sub__", sub, -1)
    __or__ = _combination("__or__", lambda mine, theirs: theirs if mine < theirs else mine, 1)
    __and__ = _combination("__and__", lambda mine, theirs: min(theirs, mine))

    def __pos__(self):
        return Counter({element: count for element, count in self.items() if count > 0})

    def __neg__(self):
        return Counter({element: 0 - count for element, count in self.items() if count < 0})

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return _without_rest(self)

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return _without_rest(self)

    def __ior__(self, other):
        for element, theirs in other.items():
            if theirs > self[element]:
                self[element] = theirs
        return _without_rest(self)

    def __iand__(self, other):
        for element, count in self.items():
            if (theirs := other[element]) < count:
                self[element] = theirs
        return _without_rest(self)
