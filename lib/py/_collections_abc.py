"""The part of collections.abc that is about containers: sets, mappings and sequences."""
import sys
from _collections import deque
from _collections_abilities import *
from _collections_abilities import GenericAlias
from abc import abstractmethod

__name__ = "collections.abc"  # the module that the classes say they are from

dict_keys, dict_values, dict_items = type({}.keys()), type({}.values()), type({}.items())
mappingproxy = type(type.__dict__)
framelocalsproxy = type((lambda: sys._getframe().f_locals)())


# What the mixins are made of.

_absent = object()


def _repeat_until(error, step):
    """Call step again and again until it raises error."""
    try:
        while True:
            step()
    except error:
        pass


def _steady(values, target):
    """values, or a copy if they are the target that is about to change."""
    return list(values) if values is target else values


def _find(mapping, key):
    """The value of key, or _absent."""
    try:
        return mapping[key]
    except KeyError:
        return _absent


def _keys_of(source):
    """The keys of a mapping or of what has keys(); None: it is an iterable of pairs."""
    return source if isinstance(source, Mapping) else source.keys() if hasattr(source, "keys") else None


def _is_among(items, value):
    for item in items:
        if item is value or item == value:
            return True
    return False


def _within(items, container):
    for item in items:
        if item not in container:
            return False
    return True


def _only(items, excluded):
    return (item for item in items if item not in excluded)


def _chain(*parts):
    for part in parts:
        yield from part


def _operand(own, other):
    """The right operand of a set operator as a set; None: it is no operand."""
    if isinstance(other, Set):
        return other
    return own._from_iterable(other) if isinstance(other, Iterable) else None


# Sets.

class Set(Collection):
    """A finite set: __contains__, __iter__ and __len__ give it comparison and algebra.

    Where the constructor does not take an iterable, override _from_iterable.
    """

    __slots__ = ()

    def __le__(self, other):
        return len(self) <= len(other) and _within(self, other) if isinstance(other, Set) else NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self <= other if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        return len(self) >= len(other) and _within(other, self) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self >= other if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self <= other if isinstance(other, Set) else NotImplemented

    @classmethod
    def _from_iterable(cls, it):
        """Return a set of this class with the items of it: what the operators answer."""
        return cls(it)

    def isdisjoint(self, other):
        """Return whether no item of other is in the set."""
        return not any(item in self for item in other)

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for item in other if item in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(_chain(self, other))
        return NotImplemented

    def __sub__(self, other):
        other = _operand(self, other)
        return NotImplemented if other is None else self._from_iterable(_only(self, other))

    def __rsub__(self, other):
        other = _operand(self, other)
        return NotImplemented if other is None else self._from_iterable(_only(other, self))

    def __xor__(self, other):
        other = _operand(self, other)
        if other is None:
            return NotImplemented
        return self._from_iterable(_chain(_only(self, other), _only(other, self)))

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        """Return the hash that a frozenset of the same items has: for subclasses that define __hash__."""
        return hash(frozenset(self))


Set.register(frozenset)


class MutableSet(Set):
    """A set with add() and discard(), which give it the methods and operators that change it."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Add an item."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Take an item out, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Take an item out; KeyError if it is not there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Take out some item and return it; KeyError if there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Take out all items, one by one."""
        _repeat_until(KeyError, self.pop)

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        for value in _steady(it, self):
            self.discard(value)
        return self

    def __ixor__(self, it):
        for value in _steady(it if isinstance(it, Set) else self._from_iterable(it), self):
            change = self.discard if value in self else self.add
            change(value)
        return self


MutableSet.register(set)


# Mappings and their views.

class Mapping(Collection):
    """A read-only mapping: __getitem__, __iter__ and __len__ give it the rest."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 6  # matches mapping patterns

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """Return the value of key, or default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        """Return a view of the keys, a set."""
        return KeysView(self)

    def items(self):
        """Return a view of the pairs (key, value), a set."""
        return ItemsView(self)

    def values(self):
        """Return a view of the values."""
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


Mapping.register(mappingproxy)
Mapping.register(framelocalsproxy)


class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"

    __class_getitem__ = classmethod(GenericAlias)


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


KeysView.register(dict_keys)


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        found = _find(self._mapping, key)
        return found is not _absent and (found is value or found == value)

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


ItemsView.register(dict_items)


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return _is_among(map(self._mapping.__getitem__, self._mapping), value)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


ValuesView.register(dict_values)


class MutableMapping(Mapping):
    """A mapping with __setitem__ and __delitem__, which give it the methods that change it."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        """Take key out and return its value; if it is not there, return default if given, else raise KeyError."""
        value = self[key] if default is _absent else _find(self, key)
        if value is _absent:
            return default
        del self[key]
        return value

    def popitem(self):
        """Take out some entry and return it as (key, value); KeyError if there is none."""
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        """Take out all entries, one by one."""
        _repeat_until(KeyError, self.popitem)

    def update(self, other=(), /, **kwds):
        """Put in the entries of a mapping or an iterable of pairs, then the keyword arguments."""
        keys = _keys_of(other)
        if keys is None:
            for key, value in other:
                self[key] = value
        else:
            for key in keys:
                self[key] = other[key]
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        """Return the value of key; if it is not there, add it with the value default first."""
        value = _find(self, key)
        if value is _absent:
            self[key] = value = default
        return value


MutableMapping.register(dict)


# Sequences.

_NO_END = sys.maxsize >> 1  # the greatest number that is a word


def _place(sequence, index):
    """A place counted from the start, of an index that may count from the end."""
    return max(index + len(sequence), 0) if index < 0 else index


class Sequence(Reversible, Collection):
    """A read-only sequence: __getitem__ and __len__ give it the rest."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 5  # matches sequence patterns

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        place = 0
        try:
            while True:
                yield self[place]
                place += 1
        except IndexError:
            return

    def __contains__(self, value):
        return _is_among(self, value)

    def __reversed__(self):
        for place in range(len(self) - 1, -1, -1):
            yield self[place]

    def index(self, value, start=0, stop=None):
        """Return the index of the first item that equals value; ValueError if there is none."""
        first, last = _place(self, start), _NO_END if stop is None else _place(self, stop)
        for place in range(first, last):
            try:
                item = self[place]
            except IndexError:
                break
            if item is value or item == value:
                return place
        raise ValueError

    def count(self, value):
        """Return how many items equal value."""
        return sum(1 for item in self if item is value or item == value)


for _kind in (tuple, str, bytes, range, memoryview):
    Sequence.register(_kind)
del _kind


class MutableSequence(Sequence):
    """A sequence with __setitem__, __delitem__ and insert(), which give it the methods that change it."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Put value in front of the item at index."""
        raise IndexError

    def append(self, value):
        """Add value at the end."""
        self.insert(len(self), value)

    def clear(self):
        """Take out all items, one by one."""
        _repeat_until(IndexError, self.pop)

    def reverse(self):
        """Turn the order of the items around, in place."""
        count = len(self)
        for low, high in zip(range(count // 2), range(count - 1, 0, -1)):
            self[low], self[high] = self[high], self[low]

    def extend(self, values):
        """Add all values at the end."""
        for value in _steady(values, self):
            self.append(value)

    def pop(self, index=-1):
        """Take the item at index out and return it; IndexError if there is none."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Take out the first item that equals value; ValueError if there is none."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


MutableSequence.register(bytearray)
MutableSequence.register(list)
MutableSequence.register(deque)
if "weakref" in sys.modules:
    sys.modules["weakref"]._say_abilities(MutableSet, MutableMapping)
