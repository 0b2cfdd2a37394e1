"""Data as text that is broken into lines where it gets too wide."""
import collections as _collections
import sys as _sys
import types as _types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Write data to a stream, by default sys.stdout, and end the line."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Return data as text."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """As pprint, with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Return the repr of data that may contain itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval() could make the data of their text."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether data contain themselves."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SortKey:
    """Orders what cannot be compared by the names and addresses of types."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(item):
    return _SortKey(item[0]), _SortKey(item[1])


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


def _has_made_repr(object):
    """Whether an object is of a dataclass with the repr that was made for it."""
    if not hasattr(object, "__dataclass_fields__") or isinstance(object, type) or not object.__dataclass_params__.repr:
        return False
    code = getattr(type(object).__repr__, "__code__", None)
    return code is not None and code.co_qualname.startswith("__create_fn__")


class PrettyPrinter:
    """Writes data as its arguments say."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = int(indent), int(width), depth
        for wrong, what in ((self._indent_per_level < 0, "indent must be >= 0"),
                            (depth is not None and depth <= 0, "depth must be > 0"),
                            (not self._width, "width must be != 0")):
            if wrong:
                raise ValueError(what)
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        parts = []
        self._format(object, parts.append, 0, 0, {}, 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Return (text in one line, whether it is readable, whether it is recursive)."""
        return self._safe_repr(object, context, maxlevels, level)

    # What does not fit its line.

    def _format(self, object, write, indent, allowance, context, level):
        if id(object) in context:
            write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._methods.get(type(object).__repr__)
            if method is None and _has_made_repr(object):
                method = PrettyPrinter._pprint_dataclass
            if method is not None:
                context[id(object)] = 1
                method(self, object, write, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        write(text)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _pprint_dataclass(self, object, write, indent, allowance, context, level):
        name = type(object).__name__
        items = [(field.name, getattr(object, field.name)) for field in object.__dataclass_fields__.values()
                 if field.repr and field._field_type.name == "_FIELD"]
        write(name + "(")
        self._named_items(items, write, indent + len(name) + 1, allowance, context, level)
        write(")")

    def _named_items(self, items, write, indent, allowance, context, level):
        for place, (name, value) in enumerate(items):
            if place:
                write(",\n" + " " * indent)
            write(name + "=")
            if id(value) in context:
                write("...")
            else:
                last = place == len(items) - 1
                self._format(value, write, indent + len(name) + 1, allowance if last else 1, context, level)

    def _pprint_namespace(self, object, write, indent, allowance, context, level):
        name = "namespace" if type(object) is _types.SimpleNamespace else type(object).__name__
        write(name + "(")
        self._named_items(list(object.__dict__.items()), write, indent + len(name) + 1, allowance, context, level)
        write(")")

    def _pairs(self, items):
        return sorted(items, key=_pair_key) if self._sort_dicts else items

    def _pprint_dict(self, object, write, indent, allowance, context, level):
        write("{")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        if object:
            self._dict_items(list(self._pairs(object.items())), write, indent, allowance + 1, context, level)
        write("}")

    def _dict_items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        for place, (key, value) in enumerate(items):
            last = place == len(items) - 1
            if place:
                write(",\n" + " " * indent)
            text = self._repr(key, context, level)
            write(text + ": ")
            self._format(value, write, indent + len(text) + 2, allowance if last else 1, context, level)

    def _pprint_list(self, object, write, indent, allowance, context, level):
        self._bracketed("[", object, "]", write, indent, allowance, context, level)

    def _pprint_tuple(self, object, write, indent, allowance, context, level):
        self._bracketed("(", object, ",)" if len(object) == 1 else ")", write, indent, allowance, context, level)

    def _bracketed(self, begin, items, end, write, indent, allowance, context, level):
        write(begin)
        self._items(items, write, indent, allowance + len(end), context, level)
        write(end)

    def _pprint_set(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__
        begin, end = ("{", "}") if type(object) is set else (name + "({", "})")
        write(begin)
        if begin != "{":
            indent += len(name) + 1
        self._items(sorted(object, key=_SortKey), write, indent, allowance + len(end), context, level)
        write(end)

    def _items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        separator, between = "", ",\n" + " " * indent
        width = most = self._width - indent + 1
        items = list(items)
        for place, item in enumerate(items):
            last = place == len(items) - 1
            if last:
                most -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                room = len(text) + 2
                if width < room:
                    width = most
                    separator = separator and between
                if width >= room:
                    width -= room
                    write(separator + text)
                    separator = ", "
                    continue
            write(separator)
            separator = between
            self._format(item, write, indent, allowance if last else 1, context, level)

    def _pprint_str(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        lines, chunks = object.splitlines(True), []
        if level == 1:
            indent += 1
            allowance += 1
        most = width = self._width - indent
        text = ""
        for place, line in enumerate(lines):
            text = repr(line)
            if place == len(lines) - 1:
                width -= allowance
            if len(text) <= width:
                chunks.append(text)
                continue
            parts = _words(line)
            room, current = width, ""
            if place == len(lines) - 1:
                room, last_room = most, most - allowance
            else:
                last_room = most
            for number, part in enumerate(parts):
                candidate = current + part
                limit = last_room if number == len(parts) - 1 else most
                if len(repr(candidate)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(text)
            return
        if level == 1:
            write("(")
        write(("\n" + " " * indent).join(chunks))
        if level == 1:
            write(")")

    def _pprint_bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        opening, closing = ("(", ")") if level == 1 else ("", "")
        indent += len(opening)
        lines = _bytes_lines(object, self._width - indent, allowance + len(closing))
        write(opening + ("\n" + " " * indent).join(lines) + closing)

    def _pprint_bytearray(self, object, write, indent, allowance, context, level):
        write("bytearray(")
        self._pprint_bytes(bytes(object), write, indent + 10, allowance + 1, context, level + 1)
        write(")")

    def _wrapped(self, name, inner, write, indent, allowance, context, level):
        write(name + "(")
        self._format(inner, write, indent + len(name) + 1, allowance + 1, context, level)
        write(")")

    def _pprint_mappingproxy(self, object, write, indent, allowance, context, level):
        self._wrapped("mappingproxy", object.copy(), write, indent, allowance, context, level)

    def _pprint_ordered(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        self._wrapped(type(object).__name__, list(object.items()), write, indent, allowance, context, level)

    def _pprint_default_dict(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__ + "("
        indent += len(name)
        write(name + self._repr(object.default_factory, context, level) + ",\n" + " " * indent)
        self._pprint_dict(object, write, indent, allowance + 1, context, level)
        write(")")

    def _pprint_counter(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__
        write(name + "({")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        self._dict_items(object.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
        write("})")

    def _pprint_chain_map(self, object, write, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        write(name + "(")
        for place, mapping in enumerate(object.maps):
            last = place == len(object.maps) - 1
            self._format(mapping, write, indent, allowance + 1 if last else 1, context, level)
            write(")" if last else ",\n" + " " * indent)

    def _pprint_deque(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        write(name + "([")
        if object.maxlen is None:
            self._items(object, write, indent, allowance + 2, context, level)
            write("])")
        else:
            self._items(object, write, indent, 2, context, level)
            write("],\n%smaxlen=%s)" % (" " * indent, self._repr(object.maxlen, context, level)))

    def _pprint_user(self, object, write, indent, allowance, context, level):
        self._format(object.data, write, indent, allowance, context, level - 1)

    _methods = {
        dict.__repr__: _pprint_dict, list.__repr__: _pprint_list, tuple.__repr__: _pprint_tuple,
        set.__repr__: _pprint_set, frozenset.__repr__: _pprint_set, str.__repr__: _pprint_str,
        bytes.__repr__: _pprint_bytes, bytearray.__repr__: _pprint_bytearray,
        _types.MappingProxyType.__repr__: _pprint_mappingproxy, _types.SimpleNamespace.__repr__: _pprint_namespace,
        _collections.OrderedDict.__repr__: _pprint_ordered, _collections.defaultdict.__repr__: _pprint_default_dict,
        _collections.Counter.__repr__: _pprint_counter, _collections.ChainMap.__repr__: _pprint_chain_map,
        _collections.deque.__repr__: _pprint_deque, _collections.UserDict.__repr__: _pprint_user,
        _collections.UserList.__repr__: _pprint_user, _collections.UserString.__repr__: _pprint_user,
    }

    # What fits.

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        method = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and method is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        is_dict = issubclass(kind, dict) and method is dict.__repr__
        is_list = issubclass(kind, list) and method is list.__repr__
        if not (is_dict or is_list or issubclass(kind, tuple) and method is tuple.__repr__):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return ("{}" if is_dict else "[]" if is_list else "()"), True, False
        if maxlevels and level >= maxlevels:
            return ("{...}" if is_dict else "[...]" if is_list else "(...)"), False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, parts = True, False, []
        for item in self._pairs(object.items()) if is_dict else object:
            texts = []
            for part in item if is_dict else (item,):
                text, ok, again = self.format(part, context, maxlevels, level + 1)
                texts.append(text)
                readable, recursive = readable and ok, recursive or again
            parts.append(": ".join(texts))
        del context[id(object)]
        frame = "{%s}" if is_dict else "[%s]" if is_list else "(%s,)" if len(object) == 1 else "(%s)"
        return frame % ", ".join(parts), readable, recursive


def _words(line):
    """The words of a line, each with the blanks behind it."""
    parts, begin, place = [], 0, 0
    while place < len(line):
        while place < len(line) and not line[place].isspace():
            place += 1
        while place < len(line) and line[place].isspace():
            place += 1
        parts.append(line[begin:place])
        begin = place
    return parts


def _bytes_lines(data, width, allowance):
    """Bytes as the reprs of parts that fit a line each, in groups of four; what is left over in the end is not a group
    and leaves room for what follows."""
    begin, last = 0, len(data) // 4 * 4
    while begin < len(data):
        end = begin + 4
        while end < len(data) and len(repr(data[begin:end + 4])) <= (width - allowance if end == last else width):
            end += 4
        yield repr(data[begin:end])
        begin = end
