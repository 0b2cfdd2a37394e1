# An exception that is thrown into a generator or coroutine before its start: its line is shown without marks.
import traceback


def generator():
    yield 1


async def coroutine():
    pass


for make in generator, coroutine, lambda: (yield), lambda: (x for x in "a"):
    try:
        make().throw(KeyError("k"))
    except KeyError as error:
        print("".join(traceback.format_tb(error.__traceback__)[1:]))
