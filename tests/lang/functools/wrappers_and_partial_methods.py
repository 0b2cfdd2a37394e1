# functools.wraps, update_wrapper, partialmethod.
from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, partial, partialmethod, update_wrapper, wraps


def logged(f):
    @wraps(f)
    def wrapper(*args):
        "wrapper"
        return "logged", f(*args)

    return wrapper


@logged
def add(a: int, b: int):
    "Add."
    return a + b


add.__wrapped__.mark = 1
print(add(1, 2), add.__name__, add.__qualname__, add.__doc__, add.__annotations__, add.__wrapped__(3, 4))


def plain():
    pass


update_wrapper(plain, len, assigned=("__name__", "absent"), updated=())
print(plain.__name__, plain.__doc__, plain.__wrapped__ is len, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
try:
    update_wrapper(plain, len, (), ("absent",))
except AttributeError as error:
    print(error)


class Cell:
    def set_state(self, state, *, log=False):
        self.state = state
        return state, log

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    alive = partialmethod(set_state, True)
    loud = partialmethod(alive, log=True)
    made = partialmethod(make, 1)
    static = partialmethod(staticmethod(max), 3)
    number = partialmethod(partial(int, base=2))


cell = Cell()
print(cell.alive(), cell.loud(), cell.state, Cell.loud(cell), Cell.made(2), cell.made.__self__ is Cell, cell.static(1))
print(Cell.__dict__["loud"].args, Cell.__dict__["loud"].keywords, repr(partialmethod(int, 1, base=2)))
for wrong in (lambda: partialmethod(), lambda: partialmethod(3), lambda: cell.number()):
    try:
        wrong()
    except TypeError as error:
        print(str(error).replace("partialmethod.", ""))
