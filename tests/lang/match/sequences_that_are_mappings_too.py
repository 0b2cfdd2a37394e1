# A class with a sequence and a mapping among its bases matches as the first of them does.
import collections
import collections.abc


def kind(value):
    match value:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


class C:
    pass


for bases in ((collections.UserDict, collections.abc.Sequence), (C, collections.UserDict, collections.abc.Sequence), (collections.UserDict, C, list), (dict, collections.abc.Sequence, C), (list, C, collections.abc.Mapping), (collections.UserList, dict, C), (C,), (C, tuple)):
    print([base.__name__ for base in bases], kind(type("Made", bases, {})()))
