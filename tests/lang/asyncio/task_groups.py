import asyncio


async def main():

    async def n(x, fail=False):
        for _ in range(5 * x):
            await asyncio.sleep(0)
        if fail:
            raise ValueError(x)
        return x
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(n(1, True))
            tg.create_task(n(1, True))
            x = tg.create_task(n(9))
            await asyncio.sleep(1)
    except BaseExceptionGroup as eg:
        print(eg, eg.exceptions, x.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            raise KeyError(1)
    except BaseExceptionGroup as eg:
        print(repr(eg))
    c = n(1)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e)[-11:])

    async def tgc():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(10))
    t = asyncio.create_task(tgc())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('group cancelled')


asyncio.run(main())
