"""Regular expressions as far as filters of warnings and names in templates need them: matched by trying, in Python."""

_CLASSES = {
    "d": str.isdecimal,
    "w": lambda char: char.isalnum() or char == "_",
    "s": str.isspace,
}
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}


class Pattern:
    """A compiled pattern."""

    def __init__(self, text, ignore_case=False):
        self.pattern = text
        self._begin = _Reader(text, ignore_case).read()

    def match(self, text, place=0):
        """Where the match that begins at place ends, or None."""
        return self._begin(text, place, lambda text, end: end)


# A node is node(text, place, then): it returns what then(text, end) returns for the first end of its own for which
# that is not None, or None.

def _one(test):
    def node(text, place, then):
        return then(text, place + 1) if place < len(text) and test(text[place]) else None
    return node


def _at(test):
    def node(text, place, then):
        return then(text, place) if test(text, place) else None
    return node


def _sequence(first, second):
    return lambda text, place, then: first(text, place, lambda text, end: second(text, end, then))


def _either(first, second):
    def node(text, place, then):
        found = first(text, place, then)
        return second(text, place, then) if found is None else found
    return node


def _nothing(text, place, then):
    return then(text, place)


def _look(inner, wanted):
    return _at(lambda text, place: (inner(text, place, lambda text, end: end) is not None) == wanted)


def _repeat(inner, least, most, lazy):
    def times(text, place, then, count):
        def again(text, end):
            return times(text, end, then, count + 1) if end > place or count < least else None

        more = most is None or count < most
        if count < least:
            return inner(text, place, again)
        found = then(text, place) if lazy else inner(text, place, again) if more else None
        if found is None:
            found = then(text, place) if not lazy else None if not more else inner(text, place, again)
        return found

    def greedy_or_lazy(text, place, then):
        return times(text, place, then, 0)
    return greedy_or_lazy


def _word_edge(text, place):
    before = place > 0 and _CLASSES["w"](text[place - 1])
    return before != (place < len(text) and _CLASSES["w"](text[place]))


class _Reader:
    """Reads a pattern into nodes."""

    def __init__(self, text, ignore_case):
        self.text = text
        self.place = 0
        self.ignore_case = ignore_case

    def read(self):
        node = self.alternatives()
        if self.place < len(self.text):
            self.refuse("unbalanced parenthesis")
        return node

    def refuse(self, why):
        raise ValueError("%s at position %d" % (why, self.place))

    def peek(self, length=1):
        return self.text[self.place:self.place + length]

    def take(self, text):
        if not self.text.startswith(text, self.place):
            return False
        self.place += len(text)
        return True

    def alternatives(self):
        node = self.sequence()
        while self.take("|"):
            node = _either(node, self.sequence())
        return node

    def sequence(self):
        node = _nothing
        while self.peek() not in ("", "|", ")"):
            node = _sequence(node, self.repeated())
        return node

    def repeated(self):
        node = self.atom()
        while bounds := self.bounds():
            node = _repeat(node, *bounds, self.take("?"))
        return node

    def bounds(self):
        for sign, bounds in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if self.take(sign):
                return bounds
        end = self.text.find("}", self.place)
        least, comma, most = self.text[self.place + 1:end].partition(",")
        if self.peek() != "{" or end < 0 or not (least + most).isdecimal() or (not least and not comma):
            return None
        self.place = end + 1
        return int(least or 0), (int(most) if most else None) if comma else int(least)

    def atom(self):
        char = self.peek()
        self.place += 1
        if char == "(":
            return self.group()
        if char == "[":
            return _one(self.characters())
        if char == "\\":
            return self.escape()
        if char == ".":
            return _one(lambda char: char != "\n")
        if char == "^":
            return _at(lambda text, place: place == 0)
        if char == "$":
            return _at(lambda text, place: place == len(text) or text[place:] == "\n")
        if char in "*+?":
            self.refuse("nothing to repeat")
        return _one(self.same(char))

    def same(self, char):
        if self.ignore_case and char.lower() != char.upper():
            return lambda other: other.lower() == char.lower()
        return lambda other: other == char

    def group(self):
        ignore_case = self.ignore_case
        look = None
        if self.take("?"):
            if self.peek() in ("=", "!"):
                look = self.take("=") or not self.take("!")
            elif not self.flags():
                return _nothing
        node = self.alternatives()
        if not self.take(")"):
            self.refuse("missing ), unterminated subpattern")
        self.ignore_case = ignore_case
        return node if look is None else _look(node, look)

    def flags(self):
        """Reads what stands between ? and : of a group. False: flags for all that follows."""
        on = True
        while self.peek() in ("a", "i", "s", "u", "x", "m", "-"):
            flag = self.peek()
            self.place += 1
            if flag == "-":
                on = False
            elif flag == "i":
                self.ignore_case = on
            elif flag not in "au":
                self.refuse("flag %r is not supported without a module re" % flag)
        if self.take(")"):
            return False
        if not self.take(":"):
            self.refuse("unknown extension ?" + self.peek())
        return True

    def escape(self):
        char = self.peek()
        self.place += 1
        if char == "b":
            return _at(_word_edge)
        if char == "B":
            return _at(lambda text, place: not _word_edge(text, place))
        if char == "A":
            return _at(lambda text, place: place == 0)
        if char == "Z":
            return _at(lambda text, place: place == len(text))
        return _one(self.escaped(char))

    def escaped(self, char):
        """A test of a character for what stands behind a backslash."""
        if char.lower() in _CLASSES and char:
            test = _CLASSES[char.lower()]
            return test if char.islower() else lambda other: not test(other)
        if char in _CONTROL:
            return self.same(_CONTROL[char])
        if char == "" or char.isalnum() and char.isascii():
            self.refuse("bad escape \\" + char)
        return self.same(char)

    def characters(self):
        tests = []
        negated = self.take("^")
        while not (self.peek() == "]" and tests):
            char = self.peek()
            if not char:
                self.refuse("unterminated character set")
            self.place += 1
            if char == "\\":
                self.place += 1
                tests.append(self.escaped(self.text[self.place - 1:self.place]))
            elif self.peek() == "-" and self.peek(2) not in ("-", "-]"):
                last = self.peek(2)[1]
                self.place += 2
                tests.append(self.within(char, last))
            else:
                tests.append(self.same(char))
        self.place += 1
        return lambda char: any(test(char) for test in tests) != negated

    def within(self, first, last):
        if self.ignore_case:
            return lambda char: first <= char.lower() <= last or first <= char.upper() <= last
        return lambda char: first <= char <= last
