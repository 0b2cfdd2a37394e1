import asyncio


async def main():

    async def n(x, fail=False):
        for _ in range(5 * x):
            await asyncio.sleep(0)
        if fail:
            raise ValueError(x)
        return x
    print(await asyncio.wait_for(n(1), 1), await asyncio.wait_for(n(0), None))
    t = asyncio.create_task(n(1))
    try:
        await asyncio.wait_for(t, 0)
    except TimeoutError:
        print('to', t.cancelled())


asyncio.run(main())
