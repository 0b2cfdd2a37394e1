# split, rsplit, splitlines, partition, rpartition, join and their arguments.
def show(call, **names):
    try:
        print(call, "->", repr(eval(call, {**globals(), **names})))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


for text in ("", " ", "a", " a ", "a b  c", "\ta\n b\r\x0b\x0c", "a,b,,c,", ",", "a\u2003b\xa0c\x1cd\x85e", "é,€,😀"):
    for name in ("split", "rsplit"):
        for args in ((), (None,), (None, 0), (None, 1), (None, 2), (None, -1), (",",), (",", 0), (",", 1), (",", 2), (",", 100), (" ", 1)):
            print(name, repr(text), args, getattr(text, name)(*args))
    print("partition", text.partition(","), text.rpartition(","), text.partition(" "), text.rpartition("b"))
    print("splitlines", text.splitlines(), text.splitlines(True), text.splitlines(keepends=True))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l\n\n".splitlines(), "a\r\n\r\nb\n\r".splitlines(True), "\n".splitlines(), "".splitlines(True))
for call in ("'a'.split('')", "'a'.rsplit('')", "'a'.split(1)", "'a'.split(b',')", "'a'.split(',', 'b')", "'a'.split(',', 1.5)", "'a'.split(',', 1, 2)", "'a,b'.split(sep=',')", "'a,b,c'.split(',', maxsplit=1)", "'a b'.split(maxsplit=1)", "'a'.split(x=1)", "'a'.split(',', 2**70)", "'a'.partition('')", "'a'.partition()", "'a'.partition(1)", "'a'.rpartition('')", "'a'.rpartition(None)", "'a'.partition('a', 1)", "'a'.splitlines(1, 2)", "'a\\nb'.splitlines(None)", "'a\\nb'.splitlines('x')", "'a'.splitlines(keep=1)", "'abcabc'.split('bc')", "'abcabc'.rsplit('bc', 1)", "'aXXbXXc'.split('XX', 1)", "'aaa'.split('aa')", "'aaa'.rsplit('aa')"):
    show(call)
for call in ("''.join([])", "','.join(['a'])", "','.join(['a', 'b'])", "', '.join('abc')", "''.join(['é', '€', '😀'])", "'-'.join(('a', 'b'))", "'-'.join({'a': 1, 'b': 2})", "'-'.join(str(i) for i in range(3))", "','.join(['a', 1])", "','.join([1])", "','.join([b'a'])", "','.join(['a', None, 'c'])", "','.join(5)", "','.join(None)", "','.join()", "','.join(['a'], ['b'])", "','.join(iter(['a', 'b', 3]))", "'x'.join(x for x in [1])", "1 .join('a')", "str.join(',', 'ab')", "str.join(1, 'ab')", "','.join(map(str, range(5)))", "','.join(['a', 'b'] * 3)", "'😀'.join(['a', 'b'])", "','.join([Sub('x')])", "type(','.join([Sub('x')]))", "type(''.join(['x']))"):
    show(call, Sub=type("Sub", (str,), {}))


def broken():
    yield "a"
    raise KeyError("inside")


show("','.join(broken())", broken=broken)
one = "only"
print(",".join([one]) is one, "".join((one,)) is one, one.split(",")[0] is one, one.partition(",")[0] is one)
