"""Which operand's method an operator asks, in which order, and what follows a NotImplemented: over and over at one place."""
import itertools

log = []


def make(name, bases, methods):
    def method(kind, answer):
        def run(self, other):
            log.append(f"{name}.{kind}({type(other).__name__})")
            return NotImplemented if answer is None else f"{name}.{kind}"
        return run
    return type(name, bases, {f"__{kind}__": method(kind, answer) for kind, answer in methods.items()})


Plain = make("Plain", (), {})
Left = make("Left", (), {"add": 1, "mul": 1})
Shy = make("Shy", (), {"add": None, "radd": None, "iadd": None, "mul": None, "rmul": None, "imul": None})
Right = make("Right", (), {"radd": 1, "rmul": 1})
Both = make("Both", (), {"add": 1, "radd": 1, "mul": 1, "rmul": 1})
Derived = make("Derived", (Both,), {"radd": 1, "rmul": 1})
Heir = make("Heir", (Both,), {})
Placed = make("Placed", (), {"iadd": 1, "add": 1, "imul": 1})
PlacedShy = make("PlacedShy", (), {"iadd": None, "add": 1, "imul": None, "mul": None})
Count = make("Count", (int,), {"radd": 1, "rmul": None})
Real = make("Real", (float,), {"add": None, "radd": 1, "rmul": 1})
Chain = make("Chain", (list,), {"radd": 1, "iadd": None})
Word = make("Word", (str,), {"radd": 1, "add": None})

SUBJECTS = [kind() for kind in (Plain, Left, Shy, Right, Both, Derived, Heir, Placed, PlacedShy, Count, Real, Chain, Word)]
SUBJECTS += [1, 2.5, "ab", [1], None]


def add(a, b):
    return a + b


def multiply(a, b):
    return a * b


def add_in_place(a, b):
    a += b
    return a


def multiply_in_place(a, b):
    c = a
    c *= b
    return c


def tried(operate, a, b):
    del log[:]
    try:
        result = operate(a, b)
    except (TypeError, OverflowError) as error:
        result = str(error)
    return result if isinstance(result, str) else type(result).__name__, list(log)


for operate in add, multiply, add_in_place, multiply_in_place:
    for a, b in itertools.product(SUBJECTS, repeat=2):
        if not (type(a).__module__ == type(b).__module__ == "builtins"):
            first = tried(operate, a, b)
            assert all(tried(operate, a, b) == first for _ in range(3)), (a, b)
            print(operate.__name__, type(a).__name__, type(b).__name__, *first)


# The methods change between two executions of one place.
class Late:
    pass


late = Late()
for change in range(5):
    if change == 1:
        Late.__radd__ = lambda self, other: ("radd", other)
    elif change == 2:
        Late.__iadd__ = lambda self, other: ("iadd", other)
    elif change == 3:
        Late.__iadd__ = lambda self, other: NotImplemented
        Late.__add__ = lambda self, other: ("add", other)
    elif change == 4:
        del Late.__radd__, Late.__add__
    print(change, tried(add, 5, late), tried(add, late, 5), tried(add_in_place, late, 5), tried(add_in_place, 5, late))


# A method that leaves its class while it runs has been asked all the same.
class Leaving:
    def __add__(self, other):
        del Leaving.__add__
        return NotImplemented

    def __radd__(self, other):
        del Leaving.__radd__
        return NotImplemented


class Reflected:
    def __radd__(self, other):
        return "reflected"

    def __add__(self, other):
        return "direct"


print(Leaving() + Reflected())
try:
    print(5 + Leaving())
except TypeError as error:
    print(error)
