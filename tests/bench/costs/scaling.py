"""How cost grows: seconds for n and for 4n of what ought to be linear. Prints `seconds seconds what` in lines."""

import sys
import time


def list_append(n):
    items = []
    for i in range(n):
        items.append(i)


def dict_insert(n):
    table = {}
    for i in range(n):
        table[i * 7919] = i


def string_join(n):
    ",".join(["item"] * n)


def string_add(n):
    text = ""
    for _ in range(n):
        text += "abc"
    assert len(text) == 3 * n


def integer_to_text(n):
    str((1 << n) - 1)


def text_to_integer(n):
    int("7" * n)


def recursion(n):
    def down(depth):
        return 0 if depth == 0 else 1 + down(depth - 1)

    sys.setrecursionlimit(n + 1000)
    assert down(n) == n


def many_classes(n):
    class Base:
        pass

    kept = [type("Class%d" % i, (Base,), {"value": i}) for i in range(n)]
    assert len(Base.__subclasses__()) == len(kept)


def many_functions(n):
    text = "\n".join(["def f%d(x, y=%d):\n    return x + y * %d\n" % (i, i, i) for i in range(n)])
    namespace = {}
    exec(compile(text, "functions", "exec"), namespace)
    assert namespace["f1"](2) == 3


def sort_numbers(n):
    sorted([i * 7919 % 1000003 for i in range(n)])


def objects_released(n):
    link = None
    for _ in range(n):
        link = [link]
    del link


# Where memory is what is used, n is beyond the caches already.
CASES = [
    (list_append, 500_000, "list append"),
    (dict_insert, 1_000_000, "dict insert"),
    (string_join, 2_000_000, "string join"),
    (string_add, 500_000, "+= of a string in a loop"),
    (recursion, 12_500, "deep recursion"),
    (many_classes, 20_000, "many classes"),
    (many_functions, 25_000, "functions in one file (100,000 at 4n)"),
    (objects_released, 250_000, "a chain of objects released"),
    (sort_numbers, 100_000, "sorting (n log n)"),
    (integer_to_text, 100_000, "a large integer to text (n bits)"),
    (text_to_integer, 30_000, "text to a large integer (n digits)"),
]


def seconds(function, n):
    """The best of five runs, or of fewer when they take long."""
    best, spent = 1e9, 0.0
    for _ in range(5):
        started = time.process_time()
        function(n)
        best = min(best, time.process_time() - started)
        spent += best
        if spent > 1:
            break
    return best


def main():
    sys.set_int_max_str_digits(0)
    for function, n, what in CASES:
        try:
            print(seconds(function, n), seconds(function, 4 * n), what, flush=True)
        except RecursionError:
            print("- -", what, flush=True)


main()
