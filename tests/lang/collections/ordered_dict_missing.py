# The KeyError of an OrderedDict is made from the key: a tuple is its arguments, None is no argument.
from collections import OrderedDict


class NoHash:
    def __hash__(self):
        raise ValueError("hash")

    def __repr__(self):
        return "NoHash"


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as problem:
            print(type(problem).__name__, problem.args)


for d in OrderedDict(), OrderedDict(a=1):
    for key in None, (), (1, 2), "x", KeyError("k"), KeyError:
        attempt(lambda: d.move_to_end(key), lambda: d.pop(key))
    # Nothing is looked for in an empty one.
    attempt(lambda: d.move_to_end([]), lambda: d.move_to_end(NoHash(), False), lambda: d[None], lambda: d.clear(1))
