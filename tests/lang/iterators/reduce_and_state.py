# __reduce__ and __setstate__ of the iterators, fresh, half done and exhausted.
sources = {
    "list": lambda: iter([1, 2, 3]),
    "list reversed": lambda: reversed([1, 2, 3]),
    "tuple": lambda: iter((1, 2, 3)),
    "tuple reversed": lambda: reversed((1, 2, 3)),
    "str": lambda: iter("abc"),
    "str wide": lambda: iter("é€😀"),
    "str reversed": lambda: reversed("abc"),
    "bytes": lambda: iter(b"abc"),
    "bytearray": lambda: iter(bytearray(b"abc")),
    "range": lambda: iter(range(3)),
    "range reversed": lambda: reversed(range(3)),
    "range step": lambda: iter(range(1, 10, 3)),
    "range huge": lambda: iter(range(2**70, 2**70 + 3)),
    "dict": lambda: iter({1: 2, 3: 4}),
    "dict values": lambda: iter({1: 2, 3: 4}.values()),
    "dict items": lambda: iter({1: 2, 3: 4}.items()),
    "dict reversed": lambda: reversed({1: 2, 3: 4}),
    "set": lambda: iter({1, 2}),
    "enumerate": lambda: enumerate("abc", 5),
    "enumerate huge": lambda: enumerate("abc", 2**70),
    "zip": lambda: zip([1, 2, 3], "abc"),
    "zip strict": lambda: zip([1, 2, 3], "abc", strict=True),
    "zip none": lambda: zip(),
    "map": lambda: map(abs, [-1, 2]),
    "filter": lambda: filter(None, [0, 1, 2]),
    "callable": lambda: iter([1, 2, 3].pop, 1),
}


def plain(value):
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return f"{type(value).__name__}:{getattr(value, '__name__', value if isinstance(value, (int, str, list, dict, bytes, bytearray, range, type(None))) else '')}"


def show(what):
    try:
        return what()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name, make in sources.items():
    for state in ("fresh", "one", "done"):
        it = make()
        if state == "one":
            next(it, None)
        if state == "done":
            list(it)
        hint = show(lambda: it.__length_hint__())
        print(name, state, plain(show(lambda: it.__reduce__())), hint)
    for position in (1, -1, 100, "a", None):
        it = make()
        print("  set", position, show(lambda: it.__setstate__(position)), show(lambda: list(it)))
