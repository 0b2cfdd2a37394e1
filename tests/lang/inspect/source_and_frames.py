import inspect


# A comment above.
@staticmethod
def decorated(x):
    return [
        x,
    ]


class Thing:
    """Has a docstring."""

    def method(self):
        text = """
not indented
"""
        return text  # the end

    other = 1


def caller():
    return callee()


def callee():
    frame = inspect.currentframe()
    stack = inspect.stack()
    print(frame.f_code.co_name, frame.f_back.f_code.co_name, [info.function for info in stack])
    print(stack[0].lineno, stack[1].lineno, stack[1].code_context, stack[1].index)
    print(inspect.getframeinfo(frame.f_back).lineno, {"frame", "stack"} <= set(frame.f_locals))


def generator():
    yield


caller()
print(inspect.getsource(decorated))
print(inspect.getsource(Thing.method), end="")
print(inspect.getsourcelines(Thing)[1], len(inspect.getsourcelines(Thing)[0]), inspect.getdoc(Thing))
print(repr(inspect.getcomments(decorated.__func__)))
function = lambda a: a + 1
print(inspect.getsource(function), end="")
print(inspect.getmodule(caller).__name__, inspect.getfile(caller).endswith("inspect_source_and_frames.py"))
try:
    1 / 0
except ZeroDivisionError:
    print([(info.function, info.lineno) for info in inspect.trace()])
g = generator()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), g.close(), inspect.getgeneratorstate(g))
