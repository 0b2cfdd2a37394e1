"""Strings compared in conditions: equal and not, by first letter, length, width, and with what is no string."""


def make(text):
    return "".join(list(text))


def conditions(a, b):
    out = ""
    if a == b:
        out += "="
    if a != b:
        out += "!"
    if a < b:
        out += "<"
    if a <= b:
        out += "(<"
    if a > b:
        out += ">"
    if a >= b:
        out += "(>"
    if make(a) == b:
        out += " ="
    if make(a) < make(b):
        out += " <"
    if a == make(b):
        out += " ="
    return out


texts = ["", "a", "b", "aa", "ab", "\xe9", "a\xe9", "\u03b1", "a\u03b1", "\U0001f600", "a\U0001f600", "hello", "help", "\x00"]
for a in texts:
    print(ascii(a), *[conditions(a, b) for b in texts], sep="|")


class Text(str):
    def __eq__(self, other):
        return "odd" if str(self) == "odd" else str.__eq__(self, other)

    __hash__ = str.__hash__


def mixed(a, b):
    out = ["==" if a == b else "", "!=" if a != b else "", "c" if a == "a" else ""]
    try:
        out.append("<" if a < b else "")
    except TypeError as error:
        out.append(str(error))
    return out


for a in ("a", Text("a"), Text("odd"), 1, 1.5, None, b"a", ["a"]):
    for b in ("a", Text("odd"), 1, 1.5, 2**70):
        print(mixed(a, b))


def unbound(which):
    if which:
        x = "a"
    try:
        if x == "a":
            return "equal"
    except UnboundLocalError as error:
        return str(error)
    if "a" < x:
        return "less"


def unbound_right(which, y):
    if which:
        x = "a"
    try:
        if y < x:
            return "less"
        return "not less"
    except UnboundLocalError as error:
        return str(error)


print(unbound(True), unbound(False), unbound_right(True, "A"), unbound_right(False, "A"), unbound_right(False, 1.0))
for letter in "e\xe9\u03b1":
    print(letter in "hello", letter in "h\xe9", letter in "\u03b1\xe9", letter in "", "" in letter)
