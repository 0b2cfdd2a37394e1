"""Random values as Python source: each method of Values returns the text of an expression.

What cannot be compared between two interpreters is not made here: no address in a repr, no set whose order follows the
hash of a text, no size between a few thousand and what no machine has.
"""

import math
import re
import struct

EDGES = [0, 1, -1, 2, 3, -2, 7, 10, 16, 36, 37, 64, 100, 127, 128, 255, 256, 257, 1000]
EDGES_BIG = [2**31 - 1, 2**31, -(2**31), 2**32, 2**53, 2**53 + 1, 2**61, 2**62 - 1, 2**62, -(2**62), -(2**62) - 1, 2**63 - 1, 2**63, -(2**63),
             -(2**63) - 1, 2**64 - 1, 2**64, 10**18, 10**19, 10**30, -(10**30), 2**200 - 1, 10**400]
FLOATS = ["0.0", "-0.0", "1.0", "-1.0", "0.5", "1.5", "2.5", "-2.5", "0.1", "3.14159", "1e16", "1e15", "123456789.125", "1e22", "1e-5", "0.0001",
          "1e100", "1.7976931348623157e308", "5e-324", "2.2250738585072014e-308", "float('nan')", "float('inf')", "float('-inf')", "1e300", "9007199254740993.0",
          "-1e-300", "99999.5", "0.00001234", "4611686018427387904.0", "9.2233720368547758e18"]
WORDS = ["", "a", "b", "ab", "abc", "aa", "abab", "Hello", "hello world", " x ", "A", "Z", "0", "12", "-5", "+7", "1_0", "x\ny", "\t", "a\tb", "  ", "\r\n", "\0", "%", "{}",
         "%s", "é", "ß", "İ", "ı", "ŉ", "ǆ", "Σς", "ΑΣ", "ſ", "ﬁ", "٣", "²", "½", "Ⅷ", "中文", "😀", "𝒳", "\ud800", "\udfff", "\udc80", "\x1c", "\x85", "\u2028", "\u3000",
         "\u200b", "\xa0", "a.b,c", "one two  three", "nan", "inf", "1e5", "0x1F", "1j", "_", "__x", "a1", "1a", "Dž", "x" * 40, "ab" * 30, "\xff", "\x7f", "\x80", "Ā", "\uffff",
         "\U00010000", "\U0010ffff", "'", '"', "'\"", "\\", "true", "UPPER case", "Title Case", "tiTLE", "ÀÉ", "été", "ᾳ", "ΐ", "ᲀ", "Ა"]
CHARACTERS = "ab cdeXYZ019.,-+_%{}()\t\n\0'\"\\éßİΣ٣²中😀\ud800\x1c\x85"
CODECS = ["utf-8", "utf8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "UTF_8", "iso-8859-1", "utf-8-sig", "nonsense", "us-ascii", "u8",
          "utf-7", "unicode_escape", "raw_unicode_escape", "cp1252"]
ERRORS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace", "unknown", ""]


class Values:
    def __init__(self, random):
        self.random = random
        self.choice = random.choice

    def chance(self, probability):
        return self.random.random() < probability

    # numbers

    def int_value(self):
        pick = self.random.random()
        if pick < 0.55:
            return self.choice(EDGES)
        if pick < 0.7:
            return self.choice(EDGES_BIG)
        if pick < 0.85:
            return self.random.randrange(-300, 300)
        return self.random.getrandbits(self.choice([61, 62, 63, 64, 65, 127, 128, 200, 300, 1000])) * self.choice([1, -1]) + 2**40

    def int(self):
        return self.literal(self.int_value())

    @staticmethod
    def literal(number):
        return f"({number})" if number < 0 else str(number)

    def small(self):
        return self.literal(self.random.randrange(-3, 12))

    def index(self):
        pick = self.random.random()
        if pick < 0.75:
            return self.literal(self.random.randrange(-8, 9))
        if pick < 0.8:
            return "None"
        if pick < 0.9:
            return self.literal(self.choice(EDGES_BIG))
        return self.choice(["True", "I(2)", "Given(index=1)", "Given(index='x')", "Given(index=Boom('i'))", "Given(index=2**70)", "1.0", "'1'"])

    def width(self):
        return self.literal(self.choice([0, 1, 2, 3, 5, 8, 13, 20, -1])) if self.chance(0.9) else self.modest(self.index)

    def size(self):
        return self.literal(self.choice([0, 1, 2, 3, -1, 5])) if self.chance(0.85) else self.choice(["2**62", "2**63", "2**64", "-2**70", "True", "Given(index=2)", "'a'", "2.0", "None"])

    def shift(self):
        return self.literal(self.choice([0, 1, 5, 30, 61, 62, 63, 64, 65, 100, -1, 200])) if self.chance(0.9) else self.choice(["True", "1.0", "I(3)", "'x'", "2**70"])

    def exponent(self):
        return self.choice(["0", "1", "2", "3", "5", "10", "63", "100", "(-1)", "(-2)", "0.5", "(-0.5)", "2.0", "True", "I(2)", "1j", "(1+2j)", "'x'", "None", "float('nan')", "float('inf')"])

    def float(self):
        pick = self.random.random()
        if pick < 0.6:
            return f"({self.choice(FLOATS)})"
        if pick < 0.75:
            bits = struct.unpack("d", self.random.randbytes(8))[0]
            return f"({bits!r})" if math.isfinite(bits) else "1.25"
        return f"({round(self.random.uniform(-1000, 1000), self.random.randrange(0, 8))!r})"

    def complex(self):
        return f"complex({self.float()}, {self.float()})" if self.chance(0.7) else self.choice(["1j", "(1+2j)", "(-0j)", "(3-4j)", "(-1j)", "C(1+1j)", "complex('nan')"])

    def bool(self):
        return self.choice(["True", "False"])

    def number(self):
        return self.choice([self.int, self.int, self.float, self.bool, self.complex, self.hostile_number])()

    def real(self):
        return self.choice([self.int, self.int, self.float, self.float, self.bool])()

    def real_not_nan(self):
        """The hash of a NaN is made of its address."""
        while "nan" in (text := self.real()):
            pass
        return text

    def hostile_number(self):
        return self.choice(["I(5)", "I(-3)", "I(2**65)", "F(2.5)", "F('nan')", "OpsI(4)", "OpsF(1.5)", "Ops()", "Given(int=3)", "Given(int='x')", "Given(float=1.5)", "Given(float=1)",
                            "Given(index=7)", "Given(index=1.5)", "Given(index=True)", "Given(index=I(3))", "Given(complex=1j)", "Given(complex=1)", "Given(trunc=5)", "Given(int=Boom('n'))", "Given(float=Boom('f'))",
                            "Given(index=None)", "Given(float=F(2.0))", "Given(int=I(9))", "Given(abs='abs', neg='neg', pos='pos', invert='inv', round='round')", "Given(bool=1)", "Given(bool=Boom('b'))"])

    # texts

    def text_value(self):
        pick = self.random.random()
        if pick < 0.6:
            return self.choice(WORDS)
        if pick < 0.8:
            return self.choice(WORDS) + self.choice(WORDS)
        if pick < 0.85:
            return "".join(chr(self.random.randrange(self.choice([0x250, 0x3000, 0x10000, 0x20000, 0x110000]))) for _ in range(self.random.randrange(1, 5)))
        return "".join(self.choice(CHARACTERS) for _ in range(self.random.randrange(12)))

    def str(self):
        text = ascii(self.text_value())
        return f"S({text})" if self.chance(0.05) else text

    def sub(self):
        return ascii(self.choice(["a", "b", "ab", "", "l", " ", "é", "x", "o", "😀", "aa", "\ud800", ","])) if self.chance(0.8) else self.str()

    def char(self):
        return ascii(self.choice(CHARACTERS)) if self.chance(0.85) else self.str()

    def number_text(self):
        digits = "".join(self.choice("0123456789_.eE+-xXobjJn aifN٣ \n") for _ in range(self.random.randrange(1, 7)))
        return ascii(self.choice([digits, digits, repr(self.int_value()), self.choice(FLOATS), f" {self.int_value()} ", hex(self.int_value()), bin(self.random.randrange(99)), "1_000", "1__0", "_1", "1_", "0_7", "00", "07",
                                  "0x", "0b12", "1e400", "-1e-400", "infinity", "-nan", "+inf", "1e", ".5", "5.", ".", "1e1_0", "1_0.0_1", "٣٤", "1+2j", "(1+2j)", "1j", "-j", "1+j", "( 1 )", "nanj", "inf+nanj", "1e5j", "1 + 2j", "0x1p3", "0x.8p-2", "\0", "1\0", "12\ud800", "½"]))

    def bytes_value(self):
        pick = self.random.random()
        if pick < 0.5:
            return self.choice([b"", b"a", b"ab", b"abc", b"hello world", b" x ", b"\0", b"\xff", b"\x80abc", b"a,b,c", b"one two  three", b"12", b"-5", b"A\tB", b"\r\n", b"line\nline\r\n", b"\xc3\xa9", b"\xe2\x82", b"\xf0\x9f\x98\x80",
                                b"aaaa", b"ABC def", b"%d %s", b"\xed\xa0\x80", b"\xef\xbb\xbfx", b"\xff\xfea\0", b"0x1F", b"1e5"])
        if pick < 0.8:
            return bytes(self.choice(b"abAB01 \t\n,.%\xff\x80\xc3\xa9") for _ in range(self.random.randrange(10)))
        return self.random.randbytes(self.random.randrange(9))

    def bytes(self):
        text = repr(self.bytes_value())
        return f"B({text})" if self.chance(0.05) else text

    def bytearray(self):
        return f"{'A' if self.chance(0.05) else 'bytearray'}({self.bytes_value()!r})"

    def view(self):
        pick = self.random.random()
        if pick < 0.35:
            return f"memoryview({self.bytes()})"
        if pick < 0.6:
            return f"memoryview({self.bytearray()})"
        data = repr((self.random.randbytes(8) + b"abcdefgh12345678")[:self.choice([0, 8, 16, 24])])
        kind = self.choice(["bytes", "bytearray"])
        if pick < 0.85:
            return f"memoryview({kind}({data})).cast({self.format()})"
        if pick < 0.95:
            return f"memoryview({kind}({data}))[{self.slice_text()}]"
        return f"memoryview({kind}(range(24))).cast({self.choice(['[2, 12]', '[2, 3, 4]', '[24]', '(4, 6)', '[1, 24]']).join(['\"B\", ', ''])})"

    def format(self):
        return ascii(self.choice("BbcHhIiLlQqNnfd?P")) if self.chance(0.9) else ascii(self.choice(["@i", "<i", "x", "", "ii", "e", "s", "@B", "é"]))

    def buffer(self):
        return self.choice([self.bytes, self.bytes, self.bytearray, self.view])()

    def part(self):
        """What a bytes method searches."""
        return repr(self.choice([b"a", b"b", b"ab", b"", b" ", b",", b"\xff", b"\0", b"l"])) if self.chance(0.7) else self.choice([self.buffer(), self.literal(self.random.randrange(-2, 258)), self.any()])

    def codec(self):
        return ascii(self.choice(CODECS[:14])) if self.chance(0.95) else self.any()

    def errors(self):
        return ascii(self.choice(ERRORS)) if self.chance(0.95) else self.any()

    # containers

    def item(self):
        pick = self.random.random()
        if pick < 0.5:
            return self.literal(self.random.randrange(-3, 9))
        if pick < 0.75:
            return self.str()
        if pick < 0.85:
            return self.float()
        return self.choice(["None", "True", "False", "()", "[]", "(1, 2)", "[1]", "{}", "b'a'", "1j", "'a'", "float('nan')", "Ellipsis", "NotImplemented", "int", "Equal(True)", "Equal(False)", "Equal(Boom('eq'))", "Equal(NotImplemented)", "range(3)"])

    def items(self, of=None, most=6):
        of = of or self.choice([self.item, self.item, self.small, self.sub, self.real])
        return [of() for _ in range(self.random.randrange(most))]

    def list(self):
        if self.chance(0.05):
            return self.choice(["[1, 2, 3] * 50", "list(range(100))", "OpsL([1])", "[[1, 2], [3]]"])
        text = f"[{', '.join(self.items())}]"
        return f"L({text})" if self.chance(0.06) else text

    def tuple(self):
        items = self.items()
        text = f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        return f"T({text})" if self.chance(0.06) else self.choice([text, text, text, text, "OpsT((1, 2))"]) if self.chance(0.3) else text

    def key(self):
        """Hashable, mostly."""
        pick = self.random.random()
        if pick < 0.8:
            return self.choice([self.small, self.sub, self.float, self.bool])()
        return self.choice(["None", "(1, 2)", "()", "1.0", "True", "frozenset()", "Equal(True)", "Equal(False)", "Equal(Boom('eq'))", "b'a'", "float('nan')", "I(1)", "S('a')", "[]", "{}", "Given(hash=Boom('hash'))", "Given(hash='x')", "Given(hash=2**70)", "([],)"])

    def dict(self):
        if self.chance(0.1):
            return self.choice(["D(a=1)", "D({1: 2})", "dict.fromkeys(range(20))", "{'a': 1, 'b': 2, 'c': 3}", "Map({'a': 1})", "{1: {2: 3}}"])
        of = self.choice([self.small, self.sub, self.key])
        return f"{{{', '.join(f'{of()}: {self.item()}' for _ in range(self.random.randrange(5)))}}}"

    def keys(self):
        return self.choice([f"{self.plain_dict()}.{self.choice(['keys', 'values', 'items'])}()", self.set()])

    def plain_dict(self):
        of = self.choice([self.small, self.sub])
        return f"{{{', '.join(f'{of()}: {self.small()}' for _ in range(self.random.randrange(5)))}}}"

    def set(self, kind=None):
        kind = kind or self.choice(["set", "set", "set", "frozenset", "E", "Z"])
        if self.chance(0.15):
            return f"{kind}([{self.sub()}])"
        of = self.choice([self.small, self.real_not_nan, lambda: self.literal(self.choice(EDGES)), lambda: f"({self.small()}, {self.small()})"])
        return f"{kind}([{', '.join(self.items(of, 9))}])"

    def range(self):
        return f"range({', '.join(self.small() for _ in range(self.choice([1, 2, 3])))})".replace(", 0)", ", 2)") if self.chance(0.9) else "range(5)"

    def slice_text(self):
        return self.choice([f"{self.end()}:{self.end()}", f"{self.end()}:{self.end()}:{self.end()}", ":", "::-1", "::2", "1:", ":-1", "::0"])

    def end(self):
        return "" if self.chance(0.25) else self.index() if self.chance(0.3) else self.literal(self.random.randrange(-6, 8))

    def slice(self):
        ends = [self.end() or "None" for _ in range(self.choice([1, 2, 3]))]
        return f"slice({', '.join(ends)})"

    def iterable(self):
        return self.choice([self.list, self.list, self.tuple, self.str, self.bytes, self.range, self.set, self.dict, self.keys, self.hostile_iterable])()

    def int_iterable(self):
        return self.choice([f"[{', '.join(self.literal(self.random.randrange(-1, 258)) for _ in range(self.random.randrange(5)))}]", "range(5)", "(65, 66)", "iter([97, 98])", "[I(65)]", "[Given(index=66)]", "[1, 'a']", "[256]", self.hostile_iterable(), self.list()])

    def pairs(self):
        return self.choice([f"[({self.key()}, {self.item()}), ({self.small()}, {self.item()})]", "[(1, 2, 3)]", "['ab', 'cd']", "[1]", "[()]", "zip('ab', [1, 2])", "Map({'a': 1, 'b': 2})", "Map(5)", "Seq([(1, 2)])", "Iter([(1, 2)], Boom('p'))", self.dict(), self.iterable()])

    def hostile_iterable(self):
        return self.own_iterable() if self.chance(0.6) else self.choice([f"iter({self.list()})", f"(n for n in {self.list()})", f"map(sign, {self.list()})", f"zip({self.list()})", f"enumerate({self.list()})", f"reversed({self.list()})", f"iter({self.str()})"])

    def own_iterable(self):
        """One whose repr is known."""
        return self.choice([f"Iter({self.list()})", f"Iter({self.list()}, Boom('iter'))", f"Iter([1], hint={self.choice(['5', '-1', 'Boom(\"hint\")', '\"x\"', '2**70', '0'])})", f"Seq({self.list()})", f"Seq({self.str()})", "Seq({})", "Given(iter=5)",
                            "Given(iter=Boom('it'))", "Given(iter=None)", "Given(getitem=Boom('gi'))", "Given(getitem=IndexError('done'))", "Given(getitem=StopIteration())"])

    def strings(self):
        """What str.join takes, mostly."""
        return f"[{', '.join(self.items(self.str))}]" if self.chance(0.8) else self.iterable()

    def parts(self):
        """What bytes.join takes, mostly."""
        return f"[{', '.join(self.items(self.buffer))}]" if self.chance(0.8) else self.iterable()

    def key_function(self):
        return self.choice(["None", "None", "sign", "same", "len", "str", "boom", "abs", "(lambda x: 0)", "repr", "int", "5"])

    def function(self):
        return self.choice(["same", "sign", "boom", "first", "str", "len", "bool", "int", "repr", "None", "(lambda x: x > 2)", "(lambda *a: a)", "list", "5", "abs", "(lambda: 0)"])

    # anything

    def any(self):
        return self.choice([self.int, self.int, self.float, self.str, self.str, self.bytes, self.list, self.tuple, self.dict, self.set, self.hostile, self.item, self.complex, self.bytearray, self.range, self.slice])()

    @staticmethod
    def modest(make):
        """What make() makes, but no integer that as a size would fill the memory."""
        while re.match(r"\(?\d{5}", text := make()) and not re.fullmatch(r"\(?\d{19,}\)?", text):
            pass
        return text

    def modest_any(self):
        return self.modest(self.any)

    def modest_number(self):
        return self.modest(self.number)

    def any_small(self):
        """Anything but a number that makes a power or a shift endless."""
        return self.choice([self.small, self.float, self.str, self.bytes, self.list, self.tuple, self.dict, self.set, self.hostile, self.complex, self.bool])()

    def change(self, subject):
        """What changes a receiver called X."""
        return self.choice({"list": ["clear()", "append(1)", "pop()", "insert(0, 5)", "extend([1, 2, 3])", "__delitem__(0)", "reverse()"], "bytearray": ["clear()", "append(1)", "pop()", "extend(b'abc')", "insert(0, 5)"],
                            "dict": ["clear()", "update(a=1)", "popitem()", "__setitem__(1, 5)", "pop(1, 0)"], "deque": ["clear()", "append(1)", "popleft()", "rotate()", "appendleft(5)"], "ordered": ["clear()", "update(a=1)", "popitem()", "__setitem__(1, 5)", "pop(1, 0)"], "defaults": ["clear()", "__getitem__(7)", "pop(1, 0)"], "set": ["clear()", "add(77)", "pop()", "discard(1)", "update(range(9))"], "memoryview": ["release()", "tolist()"]}.get(subject, ["nothing", "__len__()"]))

    def hostile(self):
        return self.choice(["Ops()", "OpsI(3)", "OpsS('a')", "OpsL([1])", "OpsT((1,))", "OpsB(b'a')", "object", "int", "None", "Ellipsis", "NotImplemented", "Given()", "Given(len=3)", "Given(len=-1)", "Given(len='x')", "Given(len=2**70)", "Given(len=Boom('len'))", "Given(repr=5)", "Given(repr=Boom('r'))", "Given(str=5)",
                            "Given(str='text')", "Given(str=S('text'))", "Given(format=5)", "Given(format='formatted')", "Given(bytes=b'by')", "Given(bytes='x')", "Given(bytes=Boom('by'))", "Given(contains=True)", "Given(contains=Boom('in'))", "Given(hash=None)", "Given(reversed='r')", "Given(missing=1)", "Equal(Boom('eq'))",
                            "Equal(True)", "Equal(NotImplemented)", "Equal('yes')", "len", "Given(call='called')", "Given(eq=True, hash=3)", "Given(bool=Boom('bool'))", "Given(bool='x')", "Given(index=3)", "Given(next=5)", "Given(lt=Boom('lt'))", "Given(radd='radd', rmul='rmul', rmod='rmod')"]) if self.chance(0.7) else self.own_iterable()
