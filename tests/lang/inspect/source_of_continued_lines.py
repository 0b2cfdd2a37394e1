"""getsource goes on after a backslash, and takes the comments that end a body."""
import inspect

double = lambda x: \
    x * 2


def short(m): return m and \
    m


class Commented:
    def first(self):
        # begins
        return 1
        # ends
    # of the class

    def second(self):
        return 2
    # at the end
# not part of it


for thing in (double, short, Commented, Commented.first, Commented.second):
    print(inspect.getsource(thing), end="----\n")
