# compile(): modes, flags, what is inherited, optimize
def refused(*args, **keywords):
    try:
        print(compile(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


refused("1", "f", "nothing")
refused("1", "f", "func_type")
refused("1", 5, "exec")
refused("1", "f", 5)
refused("1", "f", "exec", 1)
refused("1", "f", "exec", 1 << 40)
refused("1", "f", "exec", optimize=3)
refused("1", "f", "exec", optimize=-2)
refused(5, "f", "exec")
refused("a\0b", "f", "exec")
refused(b"a\0b", "f", "exec")
refused(" 1", "f", "eval")
refused("1\n2", "f", "single")

print(eval(compile("  1".strip(), b"bytes name", "eval")))
print(eval(compile(b"# coding: latin-1\n'\xe9'", "f", "eval")), eval(compile("# coding: latin-1\n'é'", "f", "eval")))
print(eval(" \t 1 + 1"))
refused(compile("x = 1", "f", "exec"), "f", "exec")

source = '''
"module text"
def f():
    "function text"
    assert False, "asserted"
    return __debug__
class C:
    "class text"
'''
for level in (-1, 0, 1, 2):
    space = {}
    exec(compile(source, "f", "exec", optimize=level), space)
    try:
        result = space["f"]()
    except AssertionError as e:
        result = repr(e)
    print(level, space.get("__doc__"), space["f"].__doc__, space["C"].__doc__, result)

annotated = "def g(a: nowhere): pass\nprint(g.__annotations__)"
exec(compile(annotated, "f", "exec", 0x1000000))
exec(compile("from __future__ import annotations\nexec(inner)\nexec(compile(inner, 'f', 'exec'))", "f", "exec"),
     {"inner": annotated})
try:
    exec(compile("from __future__ import annotations\nexec(compile(inner, 'f', 'exec', dont_inherit=True))", "f", "exec"),
         {"inner": annotated})
except NameError as e:
    print(e)
print(bool(compile("from __future__ import annotations", "f", "exec").co_flags & 0x1000000))
