"""Reading JSON."""
from _json import scan as _scan, scanstring

__all__ = ["JSONDecoder", "JSONDecodeError"]

_SPACE = " \t\n\r"


class JSONDecodeError(ValueError):
    """Text that is no JSON: msg, doc, pos, and the line and column of pos."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Makes Python values of JSON, with functions for objects and numbers if there are such."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value of a text that holds nothing else."""
        start = 0
        while s[start:start + 1] in _SPACE and start < len(s):
            start += 1
        value, end = self.raw_decode(s, start)
        while end < len(s) and s[end] in _SPACE:
            end += 1
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at idx, and where it ends."""
        return _scan(s, idx, self.strict, self.object_hook, self.object_pairs_hook,
                     None if self.parse_float is float else self.parse_float,
                     None if self.parse_int is int else self.parse_int, self.parse_constant)
