import asyncio


async def main():

    async def n(x, fail=False):
        await asyncio.sleep(0.01 * x)
        if fail:
            raise ValueError(x)
        return x
    r = []
    async for t in asyncio.as_completed([asyncio.create_task(n(2)), asyncio.create_task(n(1))]):
        r.append(await t)
    print(r)
    try:
        for c in asyncio.as_completed([n(5)], timeout=0.001):
            await c
    except TimeoutError:
        print('ac timeout')
    await asyncio.sleep(0.06)


asyncio.run(main())
