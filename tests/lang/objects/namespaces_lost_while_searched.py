# Comparing a key takes away the dict that is searched, or looks for what is in it.
class Key(str):
    act = None
    __hash__ = str.__hash__

    def __eq__(self, other):
        act, Key.act = Key.act, None
        if act:
            act()
        return False


def attempt(function, *args):
    try:
        print(function(*args))
    except (AttributeError, TypeError) as error:
        print(error)


def function():
    pass


def lose():
    function.__dict__ = {"y": 1}


for search in (
    lambda: function.x,
    lambda: setattr(function, "x", 1),
    lambda: hasattr(function, "x"),
    lambda: getattr(function, "x", "default"),
    lambda: delattr(function, "x"),
):
    function.__dict__ = {Key("x"): 1, Key("z"): 2}
    Key.act = lose
    attempt(search)
    print(function.__dict__)


# Names of a class are looked up in the midst of an instruction.
class Other(str):
    pass


made = type("made", (), {Key("__init__"): 1, Key("__call__"): 2, Key("__neg__"): 3, Key("__next__"): 4, Other("own"): 5})
one = made()
print(type(one) is made, one.own, made.own)
for use in (lambda: one(), lambda: -one, lambda: one.method(), lambda: one.__next__, lambda: made.method):
    attempt(use)


def keywords(*, x="default"):
    return x


keywords.__kwdefaults__ = {Key("x"): 1, "x": 2}
print(keywords())


# What is left of a cleared frame.
class Last:
    def __init__(self, act):
        self.act = act

    def __del__(self):
        self.act()


def look():
    print(sorted(frame.f_locals), frame.f_locals.get("later"))
    frame.f_locals["later"] = ["another"]


def fail():
    first, later, last = Last(look), ["later"], Last(look)
    raise ValueError


try:
    fail()
except ValueError as error:
    frame = error.__traceback__.tb_next.tb_frame
frame.clear()
print(sorted(frame.f_locals))
lost = frame.f_locals
lost["x"] = 1
Key.act = frame.clear
print(Key("x") in lost)
