# Which results are the object itself, even when its class is a subclass.
class B(bytes):
    pass


class S(str):
    pass


class A(bytearray):
    pass


def kinds(value):
    if isinstance(value, (tuple, list)):
        return type(value).__name__ + str([kinds(item) for item in value])
    return f"{type(value).__name__} {value!r}"


for b in (B(b""), B(b"a,b"), A(b"a,b")):
    for call in ("partition(b',')", "rpartition(b',')", "partition(b'x')", "rpartition(b'x')", "split(b',')", "split(b'x')", "strip()", "lower()", "replace(b'x', b'y')",
                 "removeprefix(b'x')", "ljust(0)", "zfill(0)", "expandtabs()", "translate(None)", "__mul__(1)", "__getitem__(slice(None))", "join([b])", "__mod__(())", "partition(B(b','))"):
        print(call, kinds(eval("b." + call)))
for s in (S(""), S("a,b"), S("é")):
    for call in ("partition(',')", "rpartition(',')", "partition('x')", "rpartition('x')", "split(',')", "split('x')", "split('long text')", "rsplit('😀')", "strip()", "lower()", "replace('x', 'y')",
                 "removeprefix('x')", "ljust(0)", "zfill(0)", "expandtabs()", "translate({})", "__mul__(1)", "__getitem__(slice(None))", "join([s])", "__mod__(())", "__mod__({})", "format()", "format_map({})",
                 "__format__('')", "__format__('s')", "__format__('.9')", "__format__('9')", "partition(S(','))", "__iter__()"):
        print(call, kinds(eval("s." + call)) if "iter" not in call else type(iter(s)).__name__)
print(kinds("{}".format(S("x"))), kinds("{:s}".format(S("x"))), kinds("%s" % S("x")), kinds(f"{S('x')}"), kinds(f"{S('x'):s}"), kinds(format(S("x"))))
