"""Groups of characters, templates with $names, and the machinery of str.format to build on."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalise the words of a text."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_NAME_START = ascii_letters + "_"
_NAME = _NAME_START + digits
_ID_PATTERN = "(?a:[_a-z][_a-z0-9]*)"


class Template:
    """A text with $name and ${name} to be replaced; $$ is a dollar sign."""

    delimiter = "$"
    idpattern = _ID_PATTERN
    braceidpattern = None
    flags = 2  # re.IGNORECASE

    def __init__(self, template):
        self.template = template

    def _name_end(self, start, braced):
        """Where the name that begins at start ends; start: there is none."""
        text, pattern = self.template, braced and self.braceidpattern or self.idpattern
        if pattern != _ID_PATTERN or not self.flags & 2:
            import _pattern as patterns
            end = patterns.Pattern(pattern, bool(self.flags & 2)).match(text, start)
            return start if end is None else end
        end = start
        if text[start:start + 1] in _NAME_START and start < len(text):
            while end < len(text) and text[end] in _NAME:
                end += 1
        return end

    def _pieces(self):
        """Yields (text, name, braced, place): name None for text alone, '' for a delimiter that begins nothing."""
        text, mark, begin = self.template, self.delimiter, 0
        if not isinstance(text, str):
            raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
        while True:
            place = text.find(mark, begin)
            if place < 0:
                yield text[begin:], None, False, place
                return
            yield text[begin:place], None, False, place
            after = place + len(mark)
            if text.startswith(mark, after):
                yield mark, None, False, place
                begin = after + len(mark)
                continue
            braced = text[after:after + 1] == "{"
            start = after + braced
            end = self._name_end(start, braced)
            if end == start or (braced and text[end:end + 1] != "}"):
                yield text[place:after], "", False, place
                begin = after
                continue
            begin = end + braced
            yield text[place:begin], text[start:end], braced, place

    def _invalid(self, place):
        place += len(self.delimiter)
        lines = self.template[:place].splitlines(keepends=True)
        column = place - len("".join(lines[:-1]))
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(lines), column))

    def substitute(self, mapping={}, /, **kws):
        """Return the text with every name replaced; KeyError for a name that is not there."""
        result = []
        for text, name, _, place in self._pieces():
            if name == "":
                self._invalid(place)
            elif name is None:
                result.append(text)
            else:
                result.append(str(kws[name] if name in kws else mapping[name]))
        return "".join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        """The same, but what is not there is left as it stands."""
        result = []
        for text, name, _, _ in self._pieces():
            if name:
                try:
                    text = str(kws[name] if name in kws else mapping[name])
                except KeyError:
                    pass
            result.append(text)
        return "".join(result)

    def is_valid(self):
        """Whether every delimiter begins a name."""
        return all(name != "" for _, name, _, _ in self._pieces())

    def get_identifiers(self):
        """Return the names, each once, in order."""
        return list(dict.fromkeys(name for _, name, _, _ in self._pieces() if name))


def _parse_format(text):
    """Yields (literal, field, spec, conversion) as Formatter.parse does."""
    literal, place = [], 0
    while place < len(text):
        char = text[place]
        if char not in "{}":
            end = place
            while end < len(text) and text[end] not in "{}":
                end += 1
            literal.append(text[place:end])
            place = end
        elif text[place + 1:place + 2] == char:
            yield "".join(literal) + char, None, None, None
            literal, place = [], place + 2
        elif char == "}":
            raise ValueError("Single '}' encountered in format string")
        else:
            name, conversion, spec, place = _read_field(text, place + 1)
            yield "".join(literal), name, spec, conversion
            literal = []
    if literal:
        yield "".join(literal), None, None, None


def _read_field(text, place):
    """Name, conversion and spec of the replacement field whose text begins there, and the place behind it."""
    if place == len(text):
        raise ValueError("Single '{' encountered in format string")
    end, bracket = place, False
    while end < len(text) and (bracket or text[end] not in "}:!"):
        if text[end] == "{":
            raise ValueError("unexpected '{' in field name")
        bracket = text[end] == "[" or (bracket and text[end] != "]")
        end += 1
    if end == len(text):
        raise ValueError("expected '}' before end of string")
    name, mark, end = text[place:end], text[end], end + 1
    if mark == "}":
        return name, None, "", end
    conversion = None
    if mark == "!":
        if end == len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion, end = text[end], end + 1
        if text[end:end + 1] == "}":
            return name, conversion, "", end + 1
        if text[end:end + 1] not in (":", ""):
            raise ValueError("expected ':' after conversion specifier")
        end += 1
    begin, depth = end, 1
    while end < len(text):
        depth += (text[end] == "{") - (text[end] == "}")
        end += 1
        if depth == 0:
            return name, conversion, text[begin:end - 1], end
    raise ValueError("unmatched '{' in format spec")


def _split_name(name):
    """The first part of a field name (int or str), and an iterator over (is attribute, key)."""
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first = int(name[:end]) if name[:end].isdigit() else name[:end]

    def rest(place):
        while place < len(name):
            if name[place] == ".":
                stop = place + 1
                while stop < len(name) and name[stop] not in ".[":
                    stop += 1
                if stop == place + 1:
                    raise ValueError("Empty attribute in format string")
                yield True, name[place + 1:stop]
                place = stop
            elif name[place] == "[":
                stop = name.find("]", place)
                if stop < 0:
                    raise ValueError("Missing ']' in format string")
                key = name[place + 1:stop]
                if not key:
                    raise ValueError("Empty attribute in format string")
                yield False, int(key) if key.isdigit() else key
                place = stop + 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")

    return first, rest(end)


_CONVERSIONS = {None: lambda value: value, "s": str, "r": repr, "a": ascii}


class Formatter:
    """str.format() in steps that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result = self._fill(format_string, args, kwargs, used, [], 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _fill(self, template, args, kwargs, used, numbered, depth):
        """Fill in the fields of a template, and first those of their format specs, down to some depth. numbered has the
        names of fields so far that are numbers, or left to be numbers: all of one kind."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for text, name, spec, conversion in self.parse(template):
            if text:
                parts.append(text)
            if name is None:
                continue
            if name == "" or name.isdigit():
                numbered.append(name)
                if (name == "") != (numbered[0] == ""):
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = name or str(len(numbered) - 1)
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            parts.append(self.format_field(value, self._fill(spec, args, kwargs, used, numbered, depth - 1)))
        return "".join(parts)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        convert = _CONVERSIONS.get(conversion)
        if convert is None:
            raise ValueError("Unknown conversion specifier {0!s}".format(conversion))
        return convert(value)

    def parse(self, format_string):
        """Yield (literal text, field name, format spec, conversion); the last three None where there is no field."""
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
