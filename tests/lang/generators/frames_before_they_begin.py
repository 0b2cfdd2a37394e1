# What a generator was called with, and what it is bound to, is in its frame before it begins.
import inspect
import sys


def outer(free):
    def inner(plain, captured, *rest):
        work = lambda: captured
        yield free, plain, work(), rest
    return inner


g = outer(1)(2, 3, 4)
print(sorted(g.gi_frame.f_locals.items()), sorted(inspect.getgeneratorlocals(g)))
for name, value in ("free", 5), ("plain", 6), ("captured", 7):
    g.gi_frame.f_locals[name] = value
print(next(g), g.gi_frame.f_locals["captured"])


def coroutine(free):
    async def inner(x): return free + (lambda: x)()
    return inner(2)


c = coroutine(40)
print(inspect.getcoroutinelocals(c))
events = []


def trace(frame, event, arg):
    if frame.f_code.co_name in ("inner", "<genexpr>"):
        events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
        return trace


sys.settrace(trace)
made = outer(1)(2, 3), (i + len(events) for i in range(2))
print(events)
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
list(made[0]), sum(made[1])
sys.settrace(None)
print(events)
g = outer(1)(2, 3)
try:
    g.throw(KeyError("early"))
except KeyError as e:
    print(e.__traceback__.tb_next.tb_lineno, sorted(e.__traceback__.tb_next.tb_frame.f_locals))
