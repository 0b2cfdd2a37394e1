# types.TracebackType makes a step of a traceback by hand; tb_next can be changed, but not to a circle.
import sys
import types


def here():
    return sys._getframe()


frame = here()
try:
    1 / 0
except ZeroDivisionError as error:
    real = error.__traceback__
made = types.TracebackType(real, frame, 4, 12)
print(made.tb_next is real, made.tb_frame is frame, made.tb_lasti, made.tb_lineno)
last = types.TracebackType(None, frame, 0, 7)
print(last.tb_next, last.tb_lineno)
made.tb_next = last
print(made.tb_next is last)
for change in (lambda: setattr(last, "tb_next", made), lambda: setattr(last, "tb_next", 5), lambda: delattr(last, "tb_next"),
               lambda: types.TracebackType(5, frame, 0, 1), lambda: types.TracebackType(None, frame, 0, 2**40),
               lambda: types.TracebackType(None, frame, "a", 1)):
    try:
        change()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    raise ValueError("x").with_traceback(made)
except ValueError as error:
    step, lines = error.__traceback__, []
    while step:
        lines.append(step.tb_lineno)
        step = step.tb_next
    print(lines[1:])
