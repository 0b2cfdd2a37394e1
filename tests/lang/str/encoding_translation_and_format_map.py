# encode, translate, maketrans, format and format_map.
def show(call, **names):
    try:
        print(call, "->", ascii(eval(call, {**globals(), **names})))
    except Exception as error:
        print(call, "->", type(error).__name__, ascii(str(error)))


for codec in ("utf-8", "UTF8", "ascii", "latin-1", "iso8859-1", "utf-16", "utf-16-le", "utf_16_be", "utf-32", "utf-32-be", "cp1252", "utf-8-sig", "utf-7"):
    for text in ("", "abc", "é", "€", "😀", "a\ud800"):
        for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "namereplace"):
            if codec in ("utf-7", "cp1252"):
                continue
            show("text.encode(codec, errors)", text=text, codec=codec, errors=errors)
for call in ("'a'.encode('nope')", "'a'.encode(1)", "'a'.encode('utf-8', 1)", "'a'.encode('ascii', 'nope')", "'é'.encode('ascii', 'nope')", "'é'.encode(errors='ignore', encoding='ascii')", "'a'.encode('utf-8', 'strict', 1)", "'a'.encode(None)", "'a'.encode('utf\\0')", "str(b'a', 'ascii')", "str(b'\\xff', 'ascii')", "str(b'\\xff', 'ascii', 'ignore')", "str(b'a', 5)", "str('a', 'ascii')", "str(5, 'ascii')", "str(b'a', errors='strict')", "str(object=5)", "str(x=5)", "str()", "str(b'a')", "str(bytearray(b'a'), 'utf-8')", "str(memoryview(b'ab'), 'utf-8')", "str(1, 2, 3, 4)", "str(encoding='utf-8')", "str(errors='x')"):
    show(call)
for call in ("str.maketrans({'a': 'b', 98: None, 'c': 100})", "str.maketrans('ab', 'cd')", "str.maketrans('ab', 'cd', 'ef')", "str.maketrans('ab', 'c')", "str.maketrans({'ab': 1})", "str.maketrans('a')", "str.maketrans(1, 2)", "str.maketrans('a', 2)", "str.maketrans({1.5: 1})", "str.maketrans('a', 'b', 3)", "str.maketrans()", "str.maketrans({})", "str.maketrans('aa', 'bc')", "'abc'.translate({97: 'x', 98: None, 99: 100})", "'abc'.translate({97: 'long'})", "'abc'.translate([1])", "'\\0\\1\\2'.translate(['a', None, 'é'])", "'abc'.translate({97: 1.5})", "'abc'.translate({97: -1})", "'abc'.translate({97: 0x110000})", "'abc'.translate(5)", "'abc'.translate()", "'abc'.translate({'a': 'b'})", "'abc'.translate({97: ''})", "'abc'.translate('x' * 100)", "'aé€'.translate({0xe9: '😀', 0x20ac: 'e'})", "'abc'.translate(Upper())", "'abc'.translate(Fails())"):
    class Upper:
        def __getitem__(self, key):
            return chr(key).upper()

    class Fails:
        def __getitem__(self, key):
            raise ValueError(f"no {key}")

    show(call, Upper=Upper, Fails=Fails)


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


class Point:
    x, items = 1, [1, {"k": 2}]

    def __format__(self, spec):
        return f"P[{spec}]"


for call in ("'{} {}'.format(1, 2)", "'{1} {0}'.format(1, 2)", "'{a}{b}'.format(a=1, b=2)", "'{} {a} {}'.format(1, 2, a=3)", "'{0}{}'.format(1, 2)", "'{}{0}'.format(1)", "'{'.format()", "'}'.format()", "'{{}}'.format()", "'{!r}'.format('a')", "'{!s:>4}'.format('a')", "'{!a}'.format('é')", "'{!x}'.format(1)", "'{!}'.format(1)", "'{!rr}'.format(1)", "'{a'.format(a=1)", "'{:{}}'.format(5, 10)", "'{:{w}.{p}}'.format(3.14159, w=10, p=2)", "'{:{:{}}}'.format(1, 2, 3)", "'{0.x} {0.items[1][k]}'.format(Point())", "'{0[0]} {0[-1]}'.format([1])", "'{0[a]}'.format({'a': 1})", "'{0[}'.format([1])", "'{0[]}'.format([1])", "'{0.}'.format(1)", "'{0.y}'.format(1)", "'{0[0]x}'.format([1])", "'{:abc}'.format(Point())", "'{}'.format()", "'{5}'.format(1)", "'{a}'.format()", "'{-1}'.format(1)", "'{ }'.format(1)", "'{ a}'.format(**{' a': 1})", "'{99999999999999999999}'.format(1)", "'{0.__class__.__name__}'.format(1)", "'{:d}'.format('a')", "'{:>5}'.format(None)", "'{:5}'.format([])", "'{a}'.format_map({'a': 1})", "'{a} {b[c]}'.format_map(Missing())", "'{a}'.format_map({})", "'{}'.format_map({})", "'{0}'.format_map([1])", "'{a}'.format_map(1)", "'{a}'.format_map()", "'x'.format_map(None)", "'{a!r:>5}'.format_map({'a': 'b'})", "str.format('{}', 1)", "str.format()", "'{:{}{}}'.format(1, '>', 5)", "'{0!r:{1}}'.format('a', '>5')", "'{x.y.z}'.format(x=1)", "'{:\\n}'.format(1)", "'{!r:}'.format(1)", "'{0:}'.format(1.5)"):
    show(call)
