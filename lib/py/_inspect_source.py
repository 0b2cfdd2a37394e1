"""The part of inspect that finds the text of what is defined in files."""
import linecache
import sys
from inspect import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback, unwrap

__name__ = "inspect"  # the module that the classes say they are from


def getmodule(object, _filename=None):
    """The module that defines an object, or None."""
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    if name is not None:
        return sys.modules.get(name)
    try:
        file = getfile(object)
    except TypeError:
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == file:
            return module
    return None


def getmodulename(path):
    """Return the module's name of a .py file, or None."""
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


_inner_parts = ((ismethod, "__func__"), (isfunction, "__code__"), (istraceback, "tb_frame"), (isframe, "f_code"))


def _code_of(object):
    """The code of a method, function, traceback or frame; anything else as it is."""
    for test, attribute in _inner_parts:
        if test(object):
            object = getattr(object, attribute)
    return object


def getfile(object):
    """Return the name of the file that an object was compiled from."""
    if not (ismodule(object) or isclass(object)):
        code = _code_of(object)
        if iscode(code):
            return code.co_filename
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(
            type(code).__name__))
    kind, module = "module", object
    if isclass(object):
        kind, module = "class", sys.modules.get(getattr(object, "__module__", None))
    file = getattr(module, "__file__", None)
    if not file:
        if kind == "class" and object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError("{!r} is a built-in {}".format(object, kind))
    return file


def getsourcefile(object):
    """Return the name of the file with an object's source, or None."""
    filename = getfile(object)
    return filename if linecache.getlines(filename) else None


def getabsfile(object):
    import os.path
    return os.path.normcase(os.path.abspath(getsourcefile(object) or getfile(object)))


def findsource(object):
    """Return (lines of the whole file, index of the line where the object begins)."""
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        if "__firstlineno__" not in vars(object):
            raise OSError("source code not available")
        number = object.__firstlineno__ - 1
    else:
        object = _code_of(object)
        if not iscode(object):
            raise OSError("could not find code object")
        number = object.co_firstlineno - 1
    if number >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, number


class _LineScanner:
    """Knows after each line whether brackets or a string are open."""

    def __init__(self):
        self.depth = 0
        self.quote = ""  # of the triple-quoted string that is open
        self.joined = False  # the line ended in a backslash

    def feed(self, line):
        place = 0
        self.joined = False
        while place < len(line):
            if self.quote:
                place = self._string(line, place)
                continue
            char = line[place]
            if char == "#":
                return
            if char in "\"'":
                triple = line[place:place + 3] == char * 3
                self.quote = char * 3 if triple else char
                place += 3 if triple else 1
                continue
            self.depth += (char in "([{") - (char in ")]}")
            if line[place:] in ("\\\n", "\\"):
                self.joined = True
                return
            place += 1

    def _string(self, line, place):
        while place < len(line):
            if line[place] == "\\":
                place += 2
            elif line.startswith(self.quote, place):
                place += len(self.quote)
                self.quote = ""
                return place
            else:
                place += 1
        if len(self.quote) == 1:
            self.quote = ""
        return place

    @property
    def open(self):
        return self.depth > 0 or bool(self.quote) or self.joined


def getblock(lines):
    """Return the lines of the definition that begins with the first."""
    scanner = _LineScanner()
    indent = len(lines[0]) - len(lines[0].lstrip())
    last = 0
    seen_header = whole_header = False
    body = None  # column of its first line
    for number, line in enumerate(lines):
        fresh = not scanner.open
        text = line.strip()
        margin = len(line) - len(line.lstrip())
        comment = fresh and text.startswith("#")
        if fresh and text and not comment:
            if not seen_header:
                seen_header = not text.startswith("@")
            elif margin <= indent:
                break
            elif body is None:
                body = margin
        scanner.feed(line)
        if text and (not comment or body is not None and margin >= body):
            last = number
        if seen_header and not whole_header and not scanner.open:
            whole_header = True
            if text.split("#")[0].rstrip()[-1:] != ":":
                break
    return lines[:last + 1]


def getsourcelines(object):
    """Return (lines of the object, number of the first)."""
    object = unwrap(object)
    lines, number = findsource(object)
    is_running = istraceback(object) or isframe(object)
    if ismodule(object) or (is_running and _code_of(object).co_name == "<module>"):
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """Return the source text of an object."""
    return "".join(getsourcelines(object)[0])


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getcomments(object):
    """Return the comment lines right above an object's source, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        begin = lines[:1] != [] and lines[0].startswith("#!")
        while begin < len(lines) and lines[begin].strip() in ("", "#"):
            begin += 1
        number = begin
        while number < len(lines) and lines[number].startswith("#"):
            number += 1
        return "".join(line.expandtabs() for line in lines[begin:number]) or None
    begin = number
    while begin > 0 and lines[begin - 1].strip().startswith("#"):
        begin -= 1
    return "".join(line.expandtabs().lstrip() for line in lines[begin:number]) or None
