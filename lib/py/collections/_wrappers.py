"""Containers around other containers: collections.ChainMap, UserDict, UserList, UserString."""
import sys
from _collections_abc import Mapping, MutableMapping, MutableSequence, Sequence
from _operator import eq, ge, gt, le, lt

__name__ = "collections"  # the module that the classes say they are from

_in_repr = set()


def _layered(mappings):
    """One dict of several mappings; of equal keys, that of the last one counts."""
    result = {}
    for mapping in mappings:
        result.update(mapping)
    return result


class ChainMap(MutableMapping):
    """Several mappings seen as one: a key is looked for in each, in order. Changes go to the first.

    The mappings themselves stand in the list maps.
    """

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]  # not "if key in mapping": a defaultdict has its say
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        return iter(_layered(map(dict.fromkeys, reversed(self.maps))))

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        if id(self) in _in_repr:
            return "..."
        _in_repr.add(id(self))
        try:
            return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"
        finally:
            _in_repr.discard(id(self))

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """Return a ChainMap of one dict with the items of iterable as keys, all with the same value."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """Return a ChainMap with a copy of the first mapping; the others are the same ones."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """Return a ChainMap with another mapping in front of these: m with the keyword arguments put in."""
        if m is not None and kwargs:
            m.update(kwargs)
        return self.__class__(kwargs if m is None else m, *self.maps)

    @property
    def parents(self):
        """A ChainMap of all mappings but the first."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        """Take out an entry of the first mapping and return it; KeyError if there is none."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *args):
        """Take key out of the first mapping and return its value; KeyError if it is not there."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.copy()
        result |= other
        return result

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return self.__class__(_layered((other, *reversed(self.maps))))


def _copy_with_data(self, data):
    """What copy.copy() of a wrapper is: the same attributes, another data."""
    result = self.__class__.__new__(self.__class__)
    result.__dict__.update(self.__dict__)
    result.__dict__["data"] = data
    return result


def _dict_of(value):
    """The dict in an operand of UserDict, or None."""
    if isinstance(value, UserDict):
        return value.data
    return value if isinstance(value, dict) else None


class UserDict(MutableMapping):
    """A dict in the attribute data, to be derived from: all methods go through __getitem__ and its kind."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        theirs = _dict_of(other)
        return NotImplemented if theirs is None else self.__class__(self.data | theirs)

    def __ror__(self, other):
        theirs = _dict_of(other)
        return NotImplemented if theirs is None else self.__class__(theirs | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        return _copy_with_data(self, self.data.copy())

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data)
        result = self.__copy__()
        result.data = {}  # to be filled by the __setitem__ of the subclass
        result.update(self)
        return result

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result


def _data_operator(cls, operator, plain):
    """A comparison of cls: operator asks its data."""
    def compare(self, other):
        return operator(self.data, plain(other))

    compare.__name__ = f"__{operator.__name__}__"
    compare.__qualname__ = f"{cls}.{compare.__name__}"
    return compare


def _bare(value):
    return value.data if isinstance(value, UserList) else value


def _as_list(value):
    value = _bare(value)
    return value if isinstance(value, list) else list(value)


class UserList(MutableSequence):
    """A list in the attribute data, to be derived from."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_bare(initlist))

    def __repr__(self):
        return repr(self.data)

    __lt__, __le__, __eq__, __gt__, __ge__ = [_data_operator("UserList", op, _bare) for op in (lt, le, eq, gt, ge)]

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + _as_list(other))

    def __radd__(self, other):
        return self.__class__(_as_list(other) + self.data)

    def __iadd__(self, other):
        self.data += _as_list(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        return _copy_with_data(self, self.data[:])

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_bare(other))


def _plain(text):
    return text.data if isinstance(text, UserString) else text


def _as_text(value):
    value = _plain(value)
    return value if isinstance(value, str) else str(value)


def _question(name):
    """A method without arguments that answers what the method of the data does."""
    def ask(self):
        return getattr(self.data, name)()

    ask.__name__, ask.__qualname__ = name, "UserString." + name
    return ask


def _version(name):
    """A method without arguments that makes a text of the same class."""
    def make(self):
        return self.__class__(getattr(self.data, name)())

    make.__name__, make.__qualname__ = name, "UserString." + name
    return make


class UserString(Sequence):
    """A str in the attribute data, to be derived from. Methods that make text from it return one of its class."""

    def __init__(self, seq):
        self.data = _as_text(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    __eq__, __lt__, __le__, __gt__, __ge__ = [_data_operator("UserString", op, _plain) for op in (eq, lt, le, gt, ge)]

    def __contains__(self, char):
        return _plain(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + _as_text(other))

    def __radd__(self, other):
        return self.__class__(_as_text(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    capitalize, casefold, lower, swapcase, title, upper = map(
        _version, ("capitalize", "casefold", "lower", "swapcase", "title", "upper"))
    isalnum, isalpha, isascii, isdecimal, isdigit, isidentifier = map(
        _question, ("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier"))
    islower, isnumeric, isprintable, isspace, istitle, isupper = map(
        _question, ("islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"))

    def center(self, width, *args):
        return self.__class__(self.data.center(width, *args))

    def count(self, sub, start=0, end=sys.maxsize):
        return self.data.count(_plain(sub), start, end)

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(_plain(prefix)))

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(_plain(suffix)))

    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

    def endswith(self, suffix, start=0, end=sys.maxsize):
        return self.data.endswith(suffix, start, end)

    def expandtabs(self, tabsize=8):
        return self.__class__(self.data.expandtabs(tabsize))

    def find(self, sub, start=0, end=sys.maxsize):
        return self.data.find(_plain(sub), start, end)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def index(self, sub, start=0, end=sys.maxsize):
        return self.data.index(_plain(sub), start, end)

    def join(self, seq):
        return self.data.join(seq)

    def ljust(self, width, *args):
        return self.__class__(self.data.ljust(width, *args))

    def lstrip(self, chars=None):
        return self.__class__(self.data.lstrip(_plain(chars)))

    maketrans = str.maketrans

    def partition(self, sep):
        return self.data.partition(sep)

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(_plain(old), _plain(new), maxsplit))

    def rfind(self, sub, start=0, end=sys.maxsize):
        return self.data.rfind(_plain(sub), start, end)

    def rindex(self, sub, start=0, end=sys.maxsize):
        return self.data.rindex(_plain(sub), start, end)

    def rjust(self, width, *args):
        return self.__class__(self.data.rjust(width, *args))

    def rpartition(self, sep):
        return self.data.rpartition(sep)

    def rstrip(self, chars=None):
        return self.__class__(self.data.rstrip(_plain(chars)))

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def startswith(self, prefix, start=0, end=sys.maxsize):
        return self.data.startswith(prefix, start, end)

    def strip(self, chars=None):
        return self.__class__(self.data.strip(_plain(chars)))

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))

    def zfill(self, width):
        return self.__class__(self.data.zfill(width))
