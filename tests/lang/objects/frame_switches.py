# What a frame lets one set: not its line outside a trace function; f_trace_lines keeps line events away.
import sys


def attempt(change):
    try:
        change()
        print("done")
    except Exception as error:
        print(type(error).__name__, error)


def here():
    frame = sys._getframe()
    print(frame.f_trace_lines, frame.f_trace_opcodes, frame.f_trace)
    attempt(lambda: setattr(frame, "f_lineno", 5))
    attempt(lambda: setattr(frame, "f_lineno", "5"))
    attempt(lambda: delattr(frame, "f_lineno"))
    attempt(lambda: setattr(frame, "f_trace_lines", 1))
    attempt(lambda: setattr(frame, "f_trace_lines", False))
    attempt(lambda: delattr(frame, "f_trace_lines"))
    print(frame.f_trace_lines)


here()
events = []


def tracer(frame, event, argument):
    if frame.f_code.co_name == "quiet":
        frame.f_trace_lines = False
    events.append((frame.f_code.co_name, event))
    return tracer


def quiet():
    a = 1
    return a


def loud():
    a = 1
    return a


sys.settrace(tracer)
quiet()
loud()
sys.settrace(None)
print(events)
