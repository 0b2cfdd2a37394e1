from contextlib import contextmanager


@contextmanager
def none():
    if False:
        yield


@contextmanager
def two():
    try:
        yield 1
    except ValueError:
        pass
    yield 2


@contextmanager
def plain():
    yield


@contextmanager
def other():
    try:
        yield
    except ValueError as error:
        raise TypeError("t") from error


def show(manager, exception=None):
    try:
        with manager():
            if exception:
                raise exception
    except BaseException as error:
        print(repr(error), repr(error.__context__), repr(error.__cause__), error.__suppress_context__)


show(none)
show(two)
show(two, ValueError)
for exception in (StopIteration("a"), StopIteration, RuntimeError("r"), StopAsyncIteration(), GeneratorExit()):
    show(plain, exception)
show(other, ValueError("v"))

# The traceback that arrives is that of the block, without the generator's frames.
try:
    with plain():
        1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
    while traceback:
        print(traceback.tb_frame.f_code.co_name, traceback.tb_lineno)
        traceback = traceback.tb_next
