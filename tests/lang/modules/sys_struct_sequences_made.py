"""The tuples with names that sys and os give: which can be made out of a sequence, and which cannot."""
import os
import sys

for thing, makes in (
    (sys.version_info, [((1,) * 5,)]),
    (sys.flags, [((1,) * 20,)]),
    (sys.int_info, [((1, 2, 3, 4),), ((1,) * 20,), (1,), ()]),
    (sys.thread_info, [((1, 2),), ((1, 2, 3), {"version": 4}), ((1, 2, 3), 5)]),
    (sys.get_asyncgen_hooks(), [((1, 2, 3),), ([None, len],)]),
    (os.uname(), [("abcde",), ((1, 2),), ("abcde", {}, 3)]),
    (os.times(), [(range(5),)]),
):
    for args in makes:
        try:
            print(type(thing)(*args))
        except TypeError as e:
            print(type(thing).__name__, e)
try:
    tuple.__new__(type(sys.thread_info), (1, 2))
except TypeError as e:
    print(e)
