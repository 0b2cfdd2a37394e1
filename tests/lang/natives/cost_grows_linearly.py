"""Sixteen times as much work takes about sixteen times as long: where an element's cost grew with their number, it would
be 256 times. The bound lies between, far from what a busy machine does to the figures."""

import gc
import sys
import time


def dict_insert(n, keys):
    table = {}
    for i in range(n):
        table[keys(i)] = i
    for i in range(n):
        del table[keys(i)]


def fill_set(n):
    seen = set()
    for i in range(n):
        seen.add(i << 20)
    while seen:
        seen.pop()


def string_add(n):
    text = ""
    for i in range(n):
        text += "abc"


def bytes_add(n):
    text = bytearray()
    for i in range(n):
        text += b"abc"
    while text:
        del text[:3]


def list_append(n):
    items = []
    for i in range(n):
        items.append(i)
    while items:
        items.pop()


def recursion(n):
    def down(depth):
        return 0 if depth == 0 else 1 + down(depth - 1)

    sys.setrecursionlimit(n + 1000)
    assert down(n) == n


def classes(n):
    class Base:
        pass

    kept = [type("Class%d" % i, (Base,), {"value": i}) for i in range(n)]
    assert len(Base.__subclasses__()) == len(kept)


def functions(n):
    text = "\n".join(["def f%d(x, y=%d):\n    return x + y * %d\n" % (i, i, i) for i in range(n)])
    exec(compile(text, "functions", "exec"), {})


def chain(n):
    link = None
    for _ in range(n):
        link = [link]


def attributes(n):
    class Holder:
        pass

    holder = Holder()
    for i in range(n):
        setattr(holder, "a%d" % i, i)
    for i in range(n):
        delattr(holder, "a%d" % i)


CASES = [
    ("list append and pop", 1000, list_append),
    ("dict of ints", 500, lambda n: dict_insert(n, lambda i: i * 7919)),
    ("dict of ints with equal low bits", 500, lambda n: dict_insert(n, lambda i: i << 32)),
    ("dict of strings", 500, lambda n: dict_insert(n, str)),
    ("dict of tuples", 500, lambda n: dict_insert(n, lambda i: (i, -i))),
    ("set", 500, fill_set),
    ("join", 5000, lambda n: ",".join(["item"] * n)),
    ("split", 5000, lambda n: ("item," * n).split(",")),
    ("replace", 5000, lambda n: ("item," * n).replace(",", "; ")),
    ("+= of a string", 1000, string_add),
    ("+= of a bytearray", 500, bytes_add),
    ("insert at the end", 1000, lambda n: [items.insert(n, i) for items in [[]] for i in range(n)]),
    ("sort", 1000, lambda n: sorted([i * 7919 % 1000003 for i in range(n)])),
    ("recursion", 500, recursion),
    ("classes", 50, classes),
    ("functions in one text", 100, functions),
    ("a chain of lists", 1000, chain),
    ("attributes", 200, attributes),
]


def seconds(function, n):
    best = 1e9
    for _ in range(3):
        started = time.process_time()
        function(n)
        best = min(best, time.process_time() - started)
    return best


gc.disable()
for what, n, function in CASES:
    small, large = seconds(function, n), seconds(function, 16 * n)
    if large > 64 * small:  # perhaps the machine was busy
        small, large = seconds(function, n), seconds(function, 16 * n)
    print(what, "ok" if large < 64 * small else f"{large / small:.0f} times")
