# A long row of iterators or callables over each other ends in RecursionError or works (CPython crashes here).
from functools import partial
from itertools import chain, islice, pairwise, starmap
from operator import itemgetter, methodcaller


def row(make, start):
    for _ in range(20000):
        start = make(start)
    return start


def nested(f):
    f = partial(f)
    f.mark = 1
    return f


for attempt in (lambda: list(row(chain, iter([]))), lambda: list(row(lambda x: islice(x, 5), [])),
                lambda: list(row(lambda x: map(str, x), [])), lambda: list(row(pairwise, [])),
                lambda: list(row(lambda x: starmap(str, x), [])), lambda: row(nested, len)("abc"),
                lambda: repr(row(itemgetter, 0)), lambda: repr(row(lambda x: methodcaller("m", x), 0))):
    try:
        attempt()
    except RecursionError:
        pass
    print("survived")
