# What cache_info() counts, for each kind of limit; cache_parameters and copies.
import copy
import functools
from functools import cache, lru_cache


@lru_cache(maxsize=2)
def square(x):
    return x * x


for x in (1, 2, 1, 3, 2):
    square(x)
print(square.cache_info(), square.cache_parameters())
info = square.cache_info()
print(info.hits, info._fields, info == (1, 4, 2, 2), type(info) is functools._CacheInfo)
square.cache_clear()
print(square.cache_info(), copy.copy(square) is square, copy.deepcopy(square) is square)


@cache
def fail(x):
    if x:
        raise ValueError
    return x


for x in (0, 1, 1, 0):
    try:
        fail(x)
    except ValueError:
        pass
print(fail.cache_info())


@lru_cache(maxsize=0)
def never(x):
    return x


never(1), never(1)
print(never.cache_info(), lru_cache(-5)(never.__wrapped__).cache_info(), lru_cache(len).cache_info())
