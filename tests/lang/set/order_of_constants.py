# The compiler makes a display of constants twice, which shows where hashes meet.
import itertools

for items in itertools.permutations([7, 15, 23]):
    display = "{%s}" % ",".join(map(str, items))
    constants = compile(f"x in {display}", "", "eval").co_consts
    print(display, eval(display), constants, frozenset(items), set(items))
print({7, 15, 23, 31}, {8, 0, 16, 24, 2, 1, 32})


class Shown(set):
    def __iter__(self):
        return iter(["i", "j"])


class Frozen(frozenset):
    def __iter__(self):
        return iter("k")


class Fails(set):
    def __iter__(self):
        raise ValueError("no items")


# repr asks a class for its items
print(Shown([1]), [Frozen([2])], Shown())
try:
    repr(Fails([1]))
except ValueError as e:
    print(e)
