# A jump back begins its line anew for sys.settrace, also where a loop stands on one line.
import sys

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("loops", "numbers"):
        events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer
    return None


def numbers():
    try:
        yield 1
        yield 2
    finally:
        done = 1


def loops():
    for i in range(3): pass
    x = 0
    while x < 2: x += 1
    for i in range(2):
        x += i
    first = numbers()
    next(first)
    first.close()
    for n in numbers(): pass
    squares = [q * q for q in (1, 2)]
    return (squares,
            x)


sys.settrace(tracer)
loops()
sys.settrace(None)
for event in events:
    print(*event)
