"""A JSON parser and printer written in Python: a document with all kinds of values is read and written many times."""

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
TO_ESCAPE = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
CONSTANTS = {"true": True, "false": False, "null": None}


class ParseError(Exception):
    pass


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self, message):
        raise ParseError(f"{message} at {self.at}")

    def skip_space(self):
        text, at = self.text, self.at
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
        self.at = at
        return text[at] if at < len(text) else ""

    def expect(self, c):
        if self.skip_space() != c:
            self.fail(f"expected {c!r}")
        self.at += 1

    def value(self):
        c = self.skip_space()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        if c == "-" or c.isdigit():
            return self.number()
        for word, constant in CONSTANTS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return constant
        self.fail("no value")

    def object(self):
        self.at += 1
        result = {}
        if self.skip_space() == "}":
            self.at += 1
            return result
        while True:
            self.skip_space()
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            c = self.skip_space()
            self.at += 1
            if c == "}":
                return result
            if c != ",":
                self.fail("expected ',' or '}'")

    def array(self):
        self.at += 1
        result = []
        if self.skip_space() == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            c = self.skip_space()
            self.at += 1
            if c == "]":
                return result
            if c != ",":
                self.fail("expected ',' or ']'")

    def string(self):
        text, at = self.text, self.at
        if at >= len(text) or text[at] != '"':
            self.fail("expected a string")
        at += 1
        parts = []
        start = at
        while True:
            c = text[at]
            if c == '"':
                parts.append(text[start:at])
                self.at = at + 1
                return "".join(parts)
            if c == "\\":
                parts.append(text[start:at])
                escape = text[at + 1]
                if escape == "u":
                    parts.append(chr(int(text[at + 2 : at + 6], 16)))
                    at += 6
                else:
                    parts.append(ESCAPES[escape])
                    at += 2
                start = at
            else:
                at += 1

    def number(self):
        text, start, at = self.text, self.at, self.at
        real = False
        while at < len(text):
            c = text[at]
            if c in ".eE":
                real = True
            elif not (c.isdigit() or c in "+-"):
                break
            at += 1
        self.at = at
        return float(text[start:at]) if real else int(text[start:at])


def parse(text):
    parser = Parser(text)
    result = parser.value()
    if parser.skip_space():
        parser.fail("more text")
    return result


def quote(text):
    out = ['"']
    for c in text:
        if c in TO_ESCAPE:
            out.append(TO_ESCAPE[c])
        elif " " <= c <= "~":
            out.append(c)
        else:
            out.append("\\u%04x" % ord(c))
    out.append('"')
    return "".join(out)


def write(value, out, indent):
    if value is None:
        out.append("null")
    elif value is True:
        out.append("true")
    elif value is False:
        out.append("false")
    elif isinstance(value, str):
        out.append(quote(value))
    elif isinstance(value, (int, float)):
        out.append(repr(value))
    else:
        inner = indent + "  "
        separator = "\n" + inner
        if isinstance(value, list):
            out.append("[")
            for item in value:
                out.append(separator)
                write(item, out, inner)
                separator = ",\n" + inner
            out.append("\n" + indent + "]" if value else "]")
        else:
            out.append("{")
            for key, item in value.items():
                out.append(separator)
                out.append(quote(key))
                out.append(": ")
                write(item, out, inner)
                separator = ",\n" + inner
            out.append("\n" + indent + "}" if value else "}")


def to_text(value):
    out = []
    write(value, out, "")
    return "".join(out)


def document():
    people = []
    for i in range(120):
        people.append(
            {
                "id": i,
                "name": "Person %d \"the %dth\"" % (i, i),
                "balance": i * 1.25 - 30.5,
                "active": i % 3 == 0,
                "manager": None if i % 7 else "N\u00e9stor\t\\",
                "tags": ["t%d" % k for k in range(i % 6)],
                "position": {"x": -i, "y": i * i, "history": [[k, k / 4] for k in range(i % 4)], "empty": {}},
            }
        )
    return {"people": people, "count": len(people), "scale": 1e-7}


def main():
    value = document()
    text = to_text(value)
    for _ in range(100):
        again = parse(text)
        assert again == value
        assert to_text(again) == text
    try:
        parse(text[:-1] + "]")
    except ParseError as error:
        message = str(error)
    print(len(text), message)


main()
