# +, *, comparison, subscripts, slices, iteration, hash, repr and the text of refusals.
def show(call):
    try:
        print(call, "->", ascii(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, ascii(str(error)))


for call in ("'a' + 'b'", "'a' + 1", "1 + 'a'", "'a' + b'b'", "'a' + None", "'a' * 3", "3 * 'ab'", "'a' * 0", "'a' * -1", "'a' * 'b'", "'a' * 1.5", "'a' * None", "'é' * 3", "'' * 10**18", "'a' * 2**63", "'ab' * 2**62", "'a' - 'b'", "'a' / 2", "'a' < 'b'", "'a' < 1", "'a' == 1", "'a' != b'a'", "'a' >= 'B'", "'é' > 'z'", "'a' < 'ab'", "'' < 'a'", "'a' and ''", "'a' or 'b'", "not 'a'", "-'a'", "+'a'", "~'a'", "'abc'[0]", "'abc'[-1]", "'abc'[3]", "'abc'[-4]", "'abc'['a']", "'abc'[1.0]", "'abc'[None]", "'abc'[True]", "'abc'[2**70]", "'abc'[1:]", "'abc'[::-1]", "'abc'[::2]", "'abc'[5:]", "'abc'[2:1]", "'abc'[::0]", "'abc'['a':]", "'abc'[1.5:]", "'abc'[:None]", "'aé€😀'[1::2]", "'aé€😀'[:1]", "'abc'[0, 1]", "'abc'[...]", "len('aé€😀')", "len('')", "list('aé😀')", "tuple('')", "sorted('hello')", "max('hello')", "min('')", "sum('ab')", "sum(['a', 'b'])", "sum(['a'], '')", "list(reversed('aé'))", "iter('a').__length_hint__()", "next(iter(''))", "'a'()", "'a'.x", "'a'.__len__()", "'a'.__getitem__(0)", "'a'.__add__(1)", "'a'.__mul__('a')", "'a'.__rmul__(2)", "'a'.__eq__(1)", "'a'.__lt__(1)", "'a'.__contains__('a')", "'a'.__hash__() == hash('a')", "'a'.__getnewargs__()", "'a'.__format__('>3')", "'a'.__str__()", "'a'.__repr__()", "'%s' % 'a'", "'a' % 1", "'a' % ()", "'a' % {}", "'a' % []", "hash('') == 0", "hash('a') == hash('a')", "setattr('a', 'x', 1)", "'a'.__class__ is str", "'a'.__doc__ is None", "str.join.__name__", "str.__new__()", "str.__new__(int)", "str.__new__(str, 5)", "str.upper('a')", "str.upper(1)", "str.__len__(5)", "'a' in ['a']", "int('a' > 'b')", "'ab' 'cd'", "{'a': 1}['a']", "'a'.__sizeof__() > 0"):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        show(call)
for text in ("\0\1\t\n\r\x1f\x7f\x80\xa0\xad\xe9\u0378\u200b\u2028\ud800\ufeff\U000e0001\U0010ffff😀", "'", '"', "'\"", "\\", "a'b", 'a"b', "{}", "é€"):
    print(ascii(repr(text)), ascii(text), eval(repr(text)) == text, len(repr(text)))
try:
    "abc"[0] = "x"
except TypeError as error:
    print(error)
try:
    del "abc"[0]
except TypeError as error:
    print(error)
try:
    "abc"[0:1] += "x"
except TypeError as error:
    print(error)
a, *b, c = "wxyz"
print(a, b, c)
try:
    a, b = "xyz"
except ValueError as error:
    print(error)
try:
    a, b, c = "xy"
except ValueError as error:
    print(error)
try:
    a, b, c, *d = "xy"
except ValueError as error:
    print(error)
for i, character in enumerate("aé€😀"):
    print(i, character, ord(character), character.encode().hex(), chr(ord(character)) is character)
