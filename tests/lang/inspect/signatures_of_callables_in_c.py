# Objects that are called, and the classes that make them.
import functools
import inspect
import operator

for callable in [
    operator.itemgetter, operator.attrgetter, functools.cmp_to_key,
    operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("x"),
    functools.cmp_to_key(lambda a, b: 0), functools.partial(lambda a, b, *, c: 0, 1, c=2),
]:
    print(type(callable).__name__, inspect.signature(callable))
