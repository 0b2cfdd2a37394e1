# What the other tasks of a group hear when one fails, when the body fails, and when gathered ones are cancelled.
import asyncio

events = []


async def job(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
        events.append(name)
        if error:
            raise error
        return name
    except asyncio.CancelledError:
        events.append(name + " cancelled")
        raise
    finally:
        events.append(name + " left")


def tell():
    print(sorted(events))
    events.clear()


async def groups():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("a", .001))
            group.create_task(job("b", .01, ValueError("b")))
            group.create_task(job("c", 1))
            group.create_task(job("d", .5, KeyError("d")))
    except BaseExceptionGroup as e:
        print(e.message, e.exceptions)
    tell()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("never begun", 1))
            raise RuntimeError("body")
    except* RuntimeError as e:
        print(e.exceptions)
    tell()
    async with asyncio.TaskGroup() as group:
        group.create_task(job("n", 0))
        print(repr(group)[:12])
    late = job("late", 0)
    try:
        group.create_task(late)
    except RuntimeError as e:
        print(str(e)[:25])
    late.close()


async def gathered():
    events.clear()
    both = asyncio.gather(job("g1", 0), job("g2", 1))
    await asyncio.sleep(.02)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        tell()
    print(await asyncio.gather(job("r1", 0, ValueError(1)), job("r2", 0), asyncio.sleep(0, "s"), return_exceptions=True))
    print(await asyncio.gather())


asyncio.run(groups())
asyncio.run(gathered())
