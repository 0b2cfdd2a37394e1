# A generator that is closed where no handler waits runs nothing: neither a tracer nor a profiler hears of it.
import sys, warnings

events = []


def hear(frame, event, argument):
    events.append((event, frame.f_code.co_name, getattr(argument, "__name__", None)))
    return hear


def plain():
    yield 1
    yield 2


def guarded():
    try:
        yield 1
    finally:
        pass


def close(make):
    generator = make()
    next(generator)
    generator.close()
    for _ in make():
        break


class Holder:
    native = classmethod(repr)


for listen in (sys.settrace, sys.setprofile):
    for work in (lambda: close(plain), lambda: close(guarded), lambda: Holder().native()):
        events.clear()
        listen(hear)
        work()
        listen(None)
        print(*events, sep="\n", end="\n\n")

events.clear()
sys.setprofile(hear)
sys.setprofile(None)
sys.setprofile(hear)
sys.setprofile(None)
print(*events, sep="\n")


async def never():
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    coroutine = never()
    coroutine.cr_frame.clear()
    coroutine.close()
    print([str(w.message) for w in caught])
