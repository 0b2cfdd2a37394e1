# find, rfind, index, rindex, count, startswith, endswith and `in`: bounds, empty parts, wrong arguments.
def show(function, *args):
    try:
        print(function.__name__, args, repr(function(*args)))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


text = "abcabcab é€😀 ab"
for part in ("a", "ab", "abc", "b", "é", "😀", "x", "", "ab é", text, text + "x"):
    print(repr(part), part in text, [getattr(text, name)(part) for name in ("find", "rfind", "count", "startswith", "endswith")])
    for begin, end in ((0, None), (1, None), (3, 5), (-2, None), (None, -2), (5, 3), (100, None), (-100, 100), (len(text), None), (len(text) + 1, None)):
        print("  ", begin, end, [getattr(text, name)(part, begin, end) for name in ("find", "rfind", "count", "startswith", "endswith")])
for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
    method = getattr(text, name)
    for args in ((), (1,), (None,), (b"a",), ("a", "b"), ("a", 1.5), ("a", None, None), ("a", 0, 1, 2), ("zz",), ("a", 2**70), ("a", -(2**70), 2**70), (["a"],), (("a", "x"),), ((),), (("a", 1),)):
        show(method, *args)
show("abc".__contains__, "b")
show("abc".__contains__, 1)
for call in ("1 in 'a'", "None in 'a'", "b'a' in 'a'", "'' in ''", "'a' in ''", "'a' not in 'b'", "[] in 'a'", "'aaa'.count('aa')", "'aaaa'.count('aa')", "''.count('')", "'abc'.count('')", "'abc'.count('', 3)", "'abc'.count('', 4)", "'abc'.find('', 3)", "'abc'.find('', 4)", "'abc'.rfind('', 4)", "'abc'.rfind('', 1, 2)", "'abc'.startswith('', 3)", "'abc'.startswith('', 4)", "'abc'.endswith('', 4)", "'abc'.startswith(('x', 'a'))", "'abc'.startswith(('b', 'c'), 1)", "'abc'.endswith(('c',), 0, 2)", "'abc'.find(sub='a')", "'abc'.index('d')", "'abc'.startswith('abc', 0, True)", "'abc'.startswith(['a'])"):
    try:
        print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


class Position:
    def __index__(self):
        return 2


print("banana".find("a", Position()), "banana".count("a", Position(), None))
for size in (1, 10, 100, 1000):
    long = "ab" * size + "c"
    print(long.find("c"), long.rfind("a"), long.count("ab"), long.find("bc"), long.count("a" * 2), long.rfind("ba"), ("é" + long).find("bc"), ("€" * size + "xyz").find("xyz"))
