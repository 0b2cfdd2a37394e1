import asyncio


async def main():

    async def n(x, fail=False):
        for _ in range(5 * x):
            await asyncio.sleep(0)
        if fail:
            raise ValueError(x)
        return x
    g = asyncio.gather(n(1), n(50))
    await asyncio.sleep(0)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print('gather cancelled', repr(e))
    print(await asyncio.gather(), len(asyncio.all_tasks()), asyncio.current_task().get_name(), asyncio.current_task().get_coro().__name__)
    c = asyncio.sleep(0, 3)
    print(await asyncio.gather(c, c))

    class A:

        def __await__(s):
            return (yield from asyncio.sleep(0, 'aw').__await__())
    print(await asyncio.ensure_future(A()), await asyncio.wait_for(A(), 1))
    try:
        asyncio.ensure_future(1)
    except TypeError as e:
        print(e)
    try:
        asyncio.create_task(1)
    except TypeError as e:
        print(e)
    try:
        await asyncio.current_task()
    except RuntimeError as e:
        print(str(e)[:27])
    try:
        await asyncio.sleep(float('nan'))
    except ValueError as e:
        print(e)

    async def agen():
        try:
            while True:
                yield 1
        finally:
            print('agen closed')
    async for x in agen():
        break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    still = agen()
    await anext(still)


asyncio.run(main())
