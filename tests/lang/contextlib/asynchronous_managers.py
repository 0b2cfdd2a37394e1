from contextlib import *


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value


@asynccontextmanager
async def step(x):
    print("enter", x)
    try:
        yield x
    except ValueError as error:
        print("caught", error)
    finally:
        print("exit", x)


@asynccontextmanager
async def none():
    if False:
        yield


@asynccontextmanager
async def two():
    try:
        yield 1
    except ValueError:
        pass
    yield 2


class Thing:
    async def aclose(self):
        print("closed")


async def show(manager, *exceptions):
    try:
        async with manager:
            for exception in exceptions:
                raise exception
    except BaseException as error:
        print(repr(error), repr(error.__context__), repr(error.__cause__))


async def main():
    async with step(1) as value:
        print(value)
    await show(step(2), ValueError("v"))
    for exception in (KeyError("k"), StopAsyncIteration(1), StopIteration(2), RuntimeError(3)):
        await show(step(3), exception)
    await show(none())
    await show(two())
    await show(two(), ValueError)

    @step("around")
    async def decorated(x):
        return x + 1

    print(await decorated(1))
    async with nullcontext(3) as three, aclosing(Thing()):
        print(three)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(step("async")))
        stack.enter_context(nullcontext())
        stack.callback(print, "plain")

        async def note(*arguments):
            print("noted", arguments)

        async def swallow(kind, error, traceback):
            print("swallowed", repr(error))
            return True

        stack.push_async_exit(swallow)
        stack.push_async_callback(note, 1, 2)
        raise ValueError("inside")
    try:
        await AsyncExitStack().enter_async_context(closing(Thing()))
    except TypeError as error:
        print(error)


run(main())
