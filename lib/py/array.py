"""Arrays of numbers of one kind, stored as in C."""
from _collections_abc import MutableSequence as _MutableSequence
from _abc import _name_in_full
from operator import index as _index
from sys import maxsize as _MAX_SIZE

_SIZES = {"b": 1, "B": 1, "u": 4, "w": 4, "h": 2, "H": 2, "i": 4, "I": 4,
          "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
typecodes = "".join(_SIZES)
_TEXT = "uw"
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
          "i": "signed integer"}


def _range_error(code, value):
    """What to raise for a value beyond the items of an array. C reads the small ones as longer ones first."""
    side = "less than minimum" if value < 0 else "greater than maximum"
    if code in "ILQ":
        if value < 0:
            return OverflowError("can't convert negative %s" % ("value to unsigned int" if code != "Q" else
                                                                "int to unsigned"))
        if code == "Q":
            return OverflowError("int too big to convert")
        if code == "L" or value >> 64:
            return OverflowError("Python int too large to convert to C unsigned long")
        return OverflowError("unsigned int is " + side)
    if code == "q":
        return OverflowError("int too big to convert")
    if code == "l" or not -1 << 63 <= value < 1 << 63:
        return OverflowError("Python int too large to convert to C long")
    if code == "H" and not -1 << 31 <= value < 1 << 31:
        code = "i"
    if code == "b" and not -1 << 15 <= value < 1 << 15:
        code = "h"
    return OverflowError("%s is %s" % (_NAMES[code], side))


def _size(number):
    number = _index(number)
    if not -1 - _MAX_SIZE <= number <= _MAX_SIZE:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return number


def _check_count(count):
    if not hasattr(type(count), "__index__"):
        kind = "array.array" if type(count) is array else type(count).__name__
        raise TypeError("can't multiply sequence by non-int of type '%s'" % kind)


@_name_in_full
class array:
    """An array: array(typecode, iterable_of_items)."""

    __slots__ = ("typecode", "_data", "__weakref__")

    def __new__(cls, *args, **kwargs):
        if kwargs and cls is array:
            raise TypeError("array.array() takes no keyword arguments")
        if not 1 <= len(args) <= 2:
            wanted = "least 1 argument" if not args else "most 2 arguments"
            raise TypeError("array() takes at %s (%d given)" % (wanted, len(args)))
        typecode, initializer = args if len(args) == 2 else (args[0], ())
        if not isinstance(typecode, str):
            kind = "None" if typecode is None else type(typecode).__name__
            raise TypeError("array() argument 1 must be a unicode character, not %s" % kind)
        if len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not %s" % type(typecode).__name__)
        if typecode == "u":
            import warnings
            warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16", DeprecationWarning, 2)
        is_text = isinstance(initializer, str) or isinstance(initializer, array) and initializer.typecode in _TEXT
        if is_text and typecode not in _TEXT:
            kind = "a str" if isinstance(initializer, str) else "a unicode array"
            raise TypeError("cannot use %s to initialize an array with typecode '%s'" % (kind, typecode))
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self = object.__new__(cls)
        object.__setattr__(self, "typecode", typecode)
        object.__setattr__(self, "_data", bytearray())
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str):
            self.fromunicode(initializer)
        else:
            self.extend(initializer if not isinstance(initializer, array) else list(initializer))
        return self

    def __setattr__(self, name, value):
        if name == "typecode" or name == "itemsize":
            raise AttributeError("attribute '%s' of 'array.array' objects is not writable" % name)
        object.__setattr__(self, name, value)

    @property
    def itemsize(self):
        """The bytes of an item."""
        return _SIZES[self.typecode]

    # Items and bytes.

    def _view(self):
        code = self.typecode
        return memoryview(self._data).cast("I" if code in _TEXT else code)

    def _pack(self, value):
        """The bytes of an item."""
        code = self.typecode
        if code in _TEXT:
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be unicode character")
            return ord(value).to_bytes(4, "little")
        if code in "fd":
            if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
                raise TypeError("must be real number, not %s" % type(value).__name__)
            value = float(value)
            room = bytearray(_SIZES[code])
            memoryview(room).cast(code)[0] = value
            return room
        value = _index(value)
        try:
            return value.to_bytes(_SIZES[code], "little", signed=code.islower())
        except OverflowError:
            raise _range_error(code, value) from None

    def _unpack(self, item):
        return chr(item) if self.typecode in _TEXT else item

    def _place(self, key, name="array"):
        if not hasattr(type(key), "__index__"):
            raise TypeError("array indices must be integers")
        place = _index(key)
        if not -1 << 63 <= place < 1 << 63:
            raise IndexError("cannot fit '%s' into an index-sized integer" % type(key).__name__)
        count = len(self)
        if place < 0:
            place += count
        if not 0 <= place < count:
            raise IndexError("%s index out of range" % name)
        return place

    def _resize(self, change):
        """Run a change of the data that may find views of them."""
        try:
            return change()
        except BufferError:
            raise BufferError("cannot resize an array that is exporting buffers") from None

    def _replace(self, begin, end, data):
        def change():
            self._data[begin:end] = data
        self._resize(change)

    def __len__(self):
        return len(self._data) // _SIZES[self.typecode]

    def __iter__(self):
        place = 0
        while place < len(self):
            yield self[place]
            place += 1

    def _made(self, data):
        made = object.__new__(array)
        object.__setattr__(made, "typecode", self.typecode)
        object.__setattr__(made, "_data", data)
        return made

    def __getitem__(self, key):
        if isinstance(key, slice):
            with self._view() as view:
                return self._made(bytearray(view[key].tobytes()))
        place = self._place(key)
        with self._view() as view:
            return self._unpack(view[place])

    def __setitem__(self, key, value):
        size = _SIZES[self.typecode]
        if not isinstance(key, slice):
            place = self._place(key, "array assignment") * size
            self._data[place:place + size] = self._pack(value)
            return
        begin, end, step = key.indices(len(self))
        if not isinstance(value, array):
            raise TypeError('can only assign array (not "%s") to array slice' % type(value).__name__)
        if value.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        data = bytes(value._data)
        if not data:
            del self[key]
            return
        if step == 1:
            self._replace(begin * size, max(begin, end) * size, data)
            return
        places = range(begin, end, step)
        if len(places) != len(value):
            raise ValueError("attempt to assign array of size %d to extended slice of size %d"
                             % (len(value), len(places)))
        for number, place in enumerate(places):
            self._data[place * size:(place + 1) * size] = data[number * size:(number + 1) * size]

    def __delitem__(self, key):
        size = _SIZES[self.typecode]
        if isinstance(key, slice):
            places = sorted(range(*key.indices(len(self))), reverse=True)
        else:
            places = [self._place(key, "array assignment")]
        for place in places:
            self._replace(place * size, (place + 1) * size, b"")

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    # Arithmetic and order.

    def _same_kind(self, other, word):
        if not isinstance(other, array):
            raise TypeError('can only %s array (not "%s") to array' % (word, type(other).__name__))
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")

    def __add__(self, other):
        self._same_kind(other, "append")
        return self._made(self._data + other._data)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend array with array (not "%s")' % type(other).__name__)
        self.extend(other)
        return self

    def __mul__(self, count):
        _check_count(count)
        return self._made(self._data * count)

    def __rmul__(self, count):
        # other sequences are not asked for their own * before this
        if isinstance(count, (str, bytes, bytearray, list, tuple)):
            count = self
        return self * count

    def __imul__(self, count):
        _check_count(count)
        self._replace(0, len(self._data), self._data * count)
        return self

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._data:
            return "%s('%s')" % (type(self).__name__, self.typecode)
        items = self.tounicode() if self.typecode in _TEXT else self.tolist()
        return "%s('%s', %r)" % (type(self).__name__, self.typecode, items)

    # Methods of lists.

    def append(self, v, /):
        """Add an item at the end."""
        data = self._pack(v)
        self._resize(lambda: self._data.extend(data))

    def extend(self, bb, /):
        """Add the items of an iterable, or of an array of the same kind, at the end."""
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            data = bytes(bb._data)
            self._resize(lambda: self._data.extend(data))
            return
        for item in bb:
            self.append(item)

    def fromlist(self, list, /):
        """Add the items of a list at the end; nothing when one of them does not fit."""
        if not isinstance(list, type([])):
            raise TypeError("arg must be list")
        data = b"".join([bytes(self._pack(item)) for item in list])
        self._resize(lambda: self._data.extend(data))

    def insert(self, i, v, /):
        """Add an item in front of place i."""
        place, count = _size(i), len(self)
        data = self._pack(v)
        place = (max(place + count, 0) if place < 0 else min(place, count)) * _SIZES[self.typecode]
        self._replace(place, place, data)

    def pop(self, i=-1, /):
        """Remove an item and return it."""
        place = _size(i)
        if not self._data:
            raise IndexError("pop from empty array")
        place = self._place(place, "pop")
        item = self[place]
        del self[place]
        return item

    def remove(self, v, /):
        """Remove the first item that is equal to v."""
        for place, item in enumerate(self):
            if item == v:
                del self[place]
                return
        raise ValueError("array.remove(x): x not in array")

    def index(self, v, start=0, stop=_MAX_SIZE, /):
        """Return the place of the first item that is equal to v."""
        if not hasattr(type(start), "__index__") or not hasattr(type(stop), "__index__"):
            raise TypeError("slice indices must be integers or have an __index__ method")
        for place in range(*slice(start, stop).indices(len(self))):
            if self[place] == v:
                return place
        raise ValueError("array.index(x): x not in array")

    def count(self, v, /):
        """Return how many items are equal to v."""
        return sum(1 for item in self if item is v or item == v)

    def reverse(self):
        """Turn the order of the items around."""
        items = self._made(self._data[:])
        size, data = _SIZES[self.typecode], items._data
        for place in range(len(self)):
            end = len(data) - place * size
            self._data[place * size:(place + 1) * size] = data[end - size:end]

    def clear(self):
        """Remove all items."""
        self._replace(0, len(self._data), b"")

    # Other forms.

    def tolist(self):
        """Return the items as a list."""
        with self._view() as view:
            items = view.tolist()
        return [chr(item) for item in items] if self.typecode in _TEXT else items

    def tobytes(self):
        """Return the items as they are stored."""
        return bytes(self._data)

    def frombytes(self, buffer, /):
        """Add items as they are stored."""
        try:
            view = memoryview(buffer)
        except TypeError:
            raise TypeError("a bytes-like object is required, not '%s'" % type(buffer).__name__) from None
        if not view.c_contiguous:
            raise BufferError("memoryview: underlying buffer is not C-contiguous")
        if view.itemsize != 1:
            raise TypeError("a bytes-like object is required")
        data = bytes(view)
        if len(data) % _SIZES[self.typecode]:
            raise ValueError("bytes length not a multiple of item size")
        self._resize(lambda: self._data.extend(data))

    def tofile(self, f, /):
        """Write the items to a binary file."""
        if self._data:
            f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Add n items that a binary file has; EOFError when it has fewer."""
        if (n := _size(n)) < 0:
            raise ValueError("negative count")
        size = _SIZES[self.typecode]
        if n * size > _MAX_SIZE:
            raise MemoryError
        data = f.read(n * size)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data)
        if len(data) < n * size:
            raise EOFError("read() didn't return enough bytes")

    def tounicode(self):
        """Return the items as text."""
        if self.typecode not in _TEXT:
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return "".join(self.tolist())

    def fromunicode(self, ustr, /):
        """Add the characters of a text."""
        if not isinstance(ustr, str):
            raise TypeError("fromunicode() argument must be str, not %s" % type(ustr).__name__)
        if self.typecode not in _TEXT:
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        data = b"".join([ord(char).to_bytes(4, "little") for char in ustr])
        self._resize(lambda: self._data.extend(data))

    def byteswap(self):
        """Turn the order of the bytes of each item around."""
        size = _SIZES[self.typecode]
        for place in range(0, len(self._data), size):
            self._data[place:place + size] = self._data[place:place + size][::-1]

    def buffer_info(self):
        """Return (address, number of items)."""
        return id(self._data), len(self)

    def __buffer__(self, flags, /):
        with self._view() as view:
            return memoryview(view)

    def __copy__(self):
        return self._made(self._data[:])

    def __deepcopy__(self, memo, /):
        return self._made(self._data[:])

    def __reduce_ex__(self, protocol, /):
        return type(self), (self.typecode, self.tolist()), getattr(self, "__dict__", None) or None

    def __sizeof__(self):
        return 80 + len(self._data)

    __class_getitem__ = classmethod(type(list[int]))


ArrayType = array
_MutableSequence.register(array)
