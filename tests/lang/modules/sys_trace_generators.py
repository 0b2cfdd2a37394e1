# Going on with a generator is a call of it for the trace function; f_trace_lines turns lines off.
import sys

events = []


def trace(frame, event, argument):
    events.append((frame.f_code.co_name, event, frame.f_lineno))
    if frame.f_code.co_name == "quiet":
        frame.f_trace_lines = False
    return trace


def numbers():
    got = yield 1
    try:
        yield 2
    except KeyError:
        yield 3


def quiet():
    x = 1
    return x


def work():
    g = numbers()
    next(g)
    g.send(5)
    g.throw(KeyError)
    g.close()
    quiet()


sys.settrace(trace)
work()
sys.settrace(None)
for event in events:
    print(event)
frame = sys._getframe()
print(frame.f_trace_lines, frame.f_trace_opcodes)
try:
    frame.f_trace_lines = 1
except TypeError as error:
    print(error)
