# A cache that holds itself is collected, results and keys too.
import gc
import weakref
from functools import lru_cache


class Thing:
    pass


def make(maxsize):
    @lru_cache(maxsize)
    def remember(x):
        return remember

    thing = Thing()
    remember(thing)
    remember(remember)
    return weakref.ref(thing), weakref.ref(remember)


for maxsize in (None, 1, 5):
    refs = make(maxsize)
    gc.collect()
    print([r() is None for r in refs])
