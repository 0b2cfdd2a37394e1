# Each line of a def or lambda that has a default value is an event, though constants are made into one tuple.
import sys

lines = []


def trace(frame, event, arg):
    if event == "line":
        lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
    return trace


def constants():
    def f(a=1,
          b=2): pass
    g = lambda a=1, \
               b=2: 0


def on_one_line():
    def f(a=1, b=2, *, c=3): pass


def mixed(x=1):
    def f(a=1,
          b=x,
          *,
          c=3): pass


for function in constants, on_one_line, mixed:
    lines.clear()
    sys.settrace(trace)
    function()
    sys.settrace(None)
    print(function.__name__, lines)
