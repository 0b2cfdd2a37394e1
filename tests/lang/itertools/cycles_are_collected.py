# Every iterator of itertools can be part of a cycle that is collected.
import gc
import weakref
from itertools import *


class Thing:
    pass


def make(kind):
    thing = Thing()
    items = [thing]
    thing.iterator = kind(items)
    return weakref.ref(thing)


kinds = [accumulate, chain, cycle, groupby, pairwise, product, permutations, lambda x: islice(x, 1), lambda x: batched(x, 2),
         lambda x: combinations(x, 1), lambda x: combinations_with_replacement(x, 2), lambda x: compress(x, x),
         lambda x: dropwhile(id, x), lambda x: filterfalse(None, x), lambda x: starmap(lambda *a: a, [x]), lambda x: takewhile(id, x),
         lambda x: zip_longest(x, x), lambda x: repeat(x), lambda x: tee(x)[1], lambda x: chain.from_iterable([x])]
for kind in kinds:
    ref = make(kind)
    gc.collect()
    print(ref() is None, end=" ")
    ref = make(lambda x: (lambda i: (i, next(i, None)))(kind(x)))
    gc.collect()
    print(ref() is None)
