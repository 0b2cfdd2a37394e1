"""The front of every random program (grammar.py): what it prints with, what ends it, and the classes that it builds on."""

import sys

left = 300  # steps until every loop and function of the program ends


def fuel(value=True):
    """value, until the steps are used up."""
    global left
    left -= 1
    return left > 0 and value


def num(value):
    """A small int that says something of value, without calling what belongs to it."""
    if type(value) in (int, bool): return value if -1000 < value < 1000 else value % 1000
    if type(value) in (str, list, tuple, dict, set): return len(value)
    return -7


def seen(value, depth=0):
    kind = type(value)
    if kind in (int, str, bool, float, type(None), type): return repr(value)[:80] if kind is not type else value.__name__
    if kind in (list, tuple, set, dict) and depth < 3:
        items = sorted(value, key=str) if kind is set else value.items() if kind is dict else value
        return kind.__name__[0] + "(" + " ".join([seen(item, depth + 1) for item in items][:12]) + ")"
    if isinstance(value, BaseException): return f"{kind.__name__}{seen(value.args, depth)}"
    if kind.__name__.startswith("K"): return f"<{kind.__name__} {seen(object.__getattribute__(value, 'a'), depth + 1)}>"
    return f"<{kind.__name__}>"


def show(label, *values):
    print(label, *map(seen, values))


def lines(error):
    trace, numbers = error.__traceback__, []
    while trace:
        numbers.append(trace.tb_lineno - START)
        trace = trace.tb_next
    return [number for number in numbers if number > 0]


def trouble(label, error, depth=0):
    """Prints an exception, where it was raised, and what it came from."""
    print(label, "  " * depth, type(error).__name__, str(error)[:100], *lines(error))
    for part in getattr(error, "exceptions", ()): trouble(label, part, depth + 1)
    if depth < 3 and (below := error.__cause__ or error.__context__): trouble(label, below, depth + 1)


class K:
    a = 5

    def __init__(self, a=0, *rest, **named): self.a = a


class Manager:
    def __init__(self, label, calm): self.label, self.calm = label, calm

    def __enter__(self):
        print("enter", self.label)
        return self.label

    def __exit__(self, kind, error, trace):
        print("exit", self.label, kind and kind.__name__)
        return self.calm

    async def __aenter__(self):
        await Pause(self.label)
        return self.__enter__()

    async def __aexit__(self, *error):
        await Pause(self.label)
        return self.__exit__(*error)


class Pause:
    def __init__(self, value): self.value = value

    def __await__(self): return (yield self.value)


class Plain:
    """A descriptor."""

    def __set_name__(self, owner, name): self.name = name

    def __get__(self, instance, owner): return f"{self.name} of {owner.__name__}" if instance is None else num(instance.a)

    def __set__(self, instance, value): show("set", self.name, value)


def plain(function): return function


def marked(*labels, **named):
    def mark(thing):
        show("marked", thing.__name__, labels, named)
        return thing
    return mark


def wrapped(function):
    def call(*given, **named):
        try: return function(*given, **named)
        finally: print("called", function.__name__)
    return call


def drive(coroutine):
    """Runs a coroutine to its end and sends numbers to what it awaits; now and then an exception."""
    sent, steps = None, 0
    while True:
        try:
            if steps % 5 == 4: got = coroutine.throw(KeyError(steps))
            else: got = coroutine.send(sent)
        except StopIteration as end: return end.value
        sent, steps = num(got) + 1, steps + 1
        if steps > 40: return coroutine.close()


def play(generator, actions):
    """Resumes a generator by send, throw and close, and prints what it answers."""
    for action, value in actions:
        try:
            if action == "next": show("next", next(generator))
            elif action == "send": show("sent", generator.send(value))
            elif action == "throw": show("thrown", generator.throw(value))
            else: show("closed", generator.close())
        except BaseException as error: trouble("played", error)


START = sys._getframe().f_lineno
