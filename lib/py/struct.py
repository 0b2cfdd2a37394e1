"""Numbers and texts packed into bytes, as a format says."""
import sys as _sys

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    """A format or a value that cannot be packed."""

    __module__ = "struct"


_STANDARD = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8,
             "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_NATIVE = {**_STANDARD, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_INFINITY = float("inf")


def _read(format):
    """(items of (letter, count, size, offset), size of all, byte order) of a format."""
    text = format
    if isinstance(text, (bytes, bytearray)):
        text = bytes(text).decode("ascii")
    elif not isinstance(text, str):
        raise TypeError("Struct() argument 1 must be a str or bytes object, not %s" % type(text).__name__)
    text.encode("ascii")
    mark = text[:1]
    native = mark not in ("=", "<", ">", "!")
    order = "big" if mark in (">", "!") else "little" if mark == "<" else _sys.byteorder
    sizes, aligned = (_NATIVE, True) if native else (_STANDARD, False)
    place, items, offset = 1 if mark in ("@", "=", "<", ">", "!") and mark else 0, [], 0
    while place < len(text):
        letter = text[place]
        place += 1
        if letter.isspace():
            continue
        count = None
        if letter in "0123456789":
            begin = place - 1
            while place < len(text) and text[place] in "0123456789":
                place += 1
            count = int(text[begin:place])
            if place == len(text):
                raise error("repeat count given without format specifier")
            letter = text[place]
            place += 1
        if letter not in sizes:
            raise error("embedded null character" if letter == "\0" else "bad char in struct format")
        size = sizes[letter]
        if aligned and size > 1:
            offset += -offset % size
        times = 1 if count is None else count
        items.append((letter, times, size, offset))
        offset += times * size
        if offset > _sys.maxsize:
            raise error("total struct size too long")
    return items, offset, order


def _whole(value):
    if isinstance(value, int):
        return value
    try:
        return type(value).__index__(value)
    except AttributeError:
        raise error("required argument is not an integer") from None


def _pack_int(letter, value, size, order):
    value, signed = _whole(value), letter.islower()
    try:
        return value.to_bytes(size, order, signed=signed)
    except OverflowError:
        bits = 8 * size - signed
        low, high = -(1 << bits) if signed else 0, (1 << bits) - 1
        raise error("'%s' format requires %d <= number <= %d" % (letter, low, high)) from None


def _pack_float(letter, value, order, native):
    if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
        raise error("required argument is not a float")
    room, value = bytearray(_STANDARD[letter]), float(value)
    item = memoryview(room).cast(letter)
    try:
        item[0] = value
        lost = abs(item[0]) == _INFINITY != abs(value) and not (native and letter == "f")
    except ValueError:
        lost = True
    if lost:
        raise OverflowError("float too large to pack with %s format" % letter)
    return room if order == _sys.byteorder else room[::-1]


class Struct:
    """A format that was read once."""

    def __init__(self, format):
        self._items, self.size, self._order = _read(format)
        self.format = format if isinstance(format, str) else bytes(format).decode("ascii")
        self._native = self.format[:1] not in ("=", "<", ">", "!")
        self._values = sum(1 if letter in "sp" else 0 if letter == "x" else count
                           for letter, count, _, _ in self._items)

    def __repr__(self):
        return "Struct(%r)" % self.format

    def pack(self, *v):
        """Return the values as bytes."""
        if len(v) != self._values:
            raise error("pack expected %d items for packing (got %d)" % (self._values, len(v)))
        return bytes(self._packed(v))

    def _packed(self, values):
        data, values = bytearray(self.size), iter(values)
        for letter, count, size, offset in self._items:
            if letter == "x":
                continue
            if letter in "sp":
                data[offset:offset + count] = self._text(letter, count, next(values))
                continue
            for place in range(offset, offset + count * size, size):
                data[place:place + size] = self._item(letter, size, next(values))
        return data

    def _text(self, letter, count, value):
        if not isinstance(value, (bytes, bytearray)):
            raise error("argument for '%s' must be a bytes object" % letter)
        if letter == "s":
            return bytes(value[:count]).ljust(count, b"\0")
        value = bytes(value[:max(count - 1, 0)])
        return (bytes([min(len(value), 255)]) + value).ljust(count, b"\0")[:count]

    def _item(self, letter, size, value):
        if letter == "c":
            if not isinstance(value, bytes) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return value
        if letter == "?":
            return b"\1" if value else b"\0"
        if letter in "efd":
            return _pack_float(letter, value, self._order, self._native)
        return _pack_int("Q" if letter == "P" else letter, value, size, self._order)

    def pack_into(self, buffer, offset, /, *v):
        """Write the values into a buffer."""
        if len(v) != self._values:
            raise error("pack_into expected %d items for packing (got %d)" % (self._values, len(v)))
        view = memoryview(buffer).cast("B")
        if view.readonly:
            raise TypeError("argument must be read-write bytes-like object, not %s" % type(buffer).__name__)
        place = offset + len(view) if offset < 0 else offset
        if offset < 0 and place + self.size > len(view) and place >= 0 or offset < 0 and offset + self.size > 0:
            raise error("no space to pack %d bytes at offset %d" % (self.size, offset))
        if place < 0:
            raise error("offset %d out of range for %d-byte buffer" % (offset, len(view)))
        if place + self.size > len(view):
            raise error("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d "
                        "(actual buffer size is %d)" % (place + self.size, self.size, offset, len(view)))
        view[place:place + self.size] = self._packed(v)

    def unpack(self, buffer, /):
        """Return the values that the bytes stand for."""
        view = memoryview(buffer).cast("B")
        if len(view) != self.size:
            raise error("unpack requires a buffer of %d bytes" % self.size)
        return self._unpacked(view)

    def unpack_from(self, buffer, offset=0):
        """The same at a place of a buffer."""
        view = memoryview(buffer).cast("B")
        place = offset + len(view) if offset < 0 else offset
        if offset < 0 and offset + self.size > 0:
            raise error("not enough data to unpack %d bytes at offset %d" % (self.size, offset))
        if place < 0:
            raise error("offset %d out of range for %d-byte buffer" % (offset, len(view)))
        if place + self.size > len(view):
            raise error("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d "
                        "(actual buffer size is %d)" % (place + self.size, self.size, offset, len(view)))
        return self._unpacked(view[place:place + self.size])

    def iter_unpack(self, buffer, /):
        """Iterate over the values of one piece of the buffer after the other."""
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        view = memoryview(buffer).cast("B")
        if len(view) % self.size:
            raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % self.size)
        return unpack_iterator(self, view)

    def _unpacked(self, view):
        values = []
        for letter, count, size, offset in self._items:
            if letter == "x":
                continue
            piece = bytes(view[offset:offset + count * size])
            if letter == "s":
                values.append(piece)
            elif letter == "p":
                values.append(piece[1:1 + piece[0]] if piece else b"")
            elif letter == "c":
                values.extend(piece[i:i + 1] for i in range(count))
            elif letter == "?":
                values.extend(byte != 0 for byte in piece)
            elif letter in "efd":
                if self._order != _sys.byteorder:
                    piece = piece[::-1]
                found = memoryview(piece).cast(letter).tolist()
                values.extend(found if self._order == _sys.byteorder else reversed(found))
            else:
                signed = letter.islower()
                values.extend(int.from_bytes(piece[i:i + size], self._order, signed=signed)
                              for i in range(0, len(piece), size))
        return tuple(values)


class unpack_iterator:
    """What iter_unpack() answers."""

    __module__ = "_struct"
    __slots__ = ("_struct", "_view", "_places")

    def __init__(self, struct, view):
        self._struct, self._view, self._places = struct, view, iter(range(0, len(view), struct.size))

    def __iter__(self):
        return self

    def __next__(self):
        place = next(self._places)
        return self._struct._unpacked(self._view[place:place + self._struct.size])

    def __length_hint__(self):
        return self._places.__length_hint__()


_known = {}


def _struct(format):
    try:
        found = _known.get(format)
    except TypeError:
        return Struct(format)
    if found is None:
        if len(_known) >= 100:
            _known.clear()
        found = _known[format] = Struct(format)
    return found


def calcsize(format, /):
    """Return how many bytes a format stands for."""
    return _struct(format).size


def pack(*v):
    """Return the values as bytes; the first says in which format."""
    if not v:
        raise TypeError("missing format argument")
    return _struct(v[0]).pack(*v[1:])


def pack_into(format, buffer, offset, /, *v):
    """Write the values into a buffer."""
    _struct(format).pack_into(buffer, offset, *v)


def unpack(format, buffer, /):
    """Return the values that the bytes stand for."""
    if isinstance(buffer, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    """The same at a place of a buffer."""
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """Iterate over the values of one piece of the buffer after the other."""
    return _struct(format).iter_unpack(buffer)
