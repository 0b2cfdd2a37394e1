# A set stands for a frozenset where a key is wanted, a frozenset that cannot be hashed does not.
class Unhashable(frozenset):
    __hash__ = None


class Plain(set):
    __hash__ = None


for found in (
    lambda: Plain([1]) in {frozenset([1])},
    lambda: Unhashable([1]) in {frozenset([1])},
    lambda: {frozenset([1])}.discard(Unhashable([1])),
    lambda: {frozenset([1])}.remove(Unhashable([1])),
    lambda: {frozenset([1])}.remove(Plain([1])),
):
    try:
        print(found())
    except TypeError as e:
        print(e)
