"""Writing JSON."""
from _json import encode as _encode, encode_basestring, encode_basestring_ascii

__all__ = ["JSONEncoder"]


class JSONEncoder:
    """Makes JSON of Python values; a subclass may teach default() about others."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What stands for an object that JSON has no form for."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON of a value."""
        if type(self).iterencode is not JSONEncoder.iterencode and not isinstance(o, str):
            return "".join(self.iterencode(o, _one_shot=True))
        return self._whole(o)

    def _whole(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _encode(o, self.default, indent, self.item_separator, self.key_separator, self.ensure_ascii,
                       self.sort_keys, self.skipkeys, self.allow_nan, self.check_circular)

    def iterencode(self, o, _one_shot=False):
        """The JSON of a value in pieces."""
        return self._pieces(o, {}, "" if self.indent is None else "\n")

    def _pieces(self, o, around, margin):
        """around: the containers that this one is in, by id; margin: the end of the line and the indentation so far."""
        if not isinstance(o, (list, tuple, dict)) and not _is_plain(o):
            with _Inside(self, o, around):
                yield from self._pieces(self.default(o), around, margin)
        elif _is_plain(o) or not o:
            yield self._whole(o)
        else:
            inner = margin and margin + (self.indent if isinstance(self.indent, str) else " " * self.indent)
            with _Inside(self, o, around):
                yield from (self._dict_pieces if isinstance(o, dict) else self._list_pieces)(o, around, inner)
                if margin:
                    yield margin
                yield "}" if isinstance(o, dict) else "]"

    def _list_pieces(self, items, around, margin):
        before = "[" + margin
        for item in items:
            if _is_plain(item):
                yield before + self._whole(item)
            else:
                yield before
                yield from self._pieces(item, around, margin)
            before = self.item_separator + margin

    def _dict_pieces(self, o, around, margin):
        yield "{"
        before = margin
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            if not isinstance(key, (str, int, float)) and key is not None:
                if self.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            if before:
                yield before
            text = self._whole(key)
            yield text if isinstance(key, str) else f'"{text}"'
            yield self.key_separator
            yield from self._pieces(value, around, margin)
            before = self.item_separator + margin


class _Inside:
    """The encoder is inside an object; meeting it there again is an error."""

    def __init__(self, encoder, o, around):
        self.around, self.key = around, id(o) if encoder.check_circular else None
        if self.key in around:
            raise ValueError("Circular reference detected")

    def __enter__(self):
        if self.key is not None:
            self.around[self.key] = True

    def __exit__(self, *error):
        self.around.pop(self.key, None)


def _is_plain(o):
    return isinstance(o, (str, int, float)) or o is None
