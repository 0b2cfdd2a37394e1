import asyncio


async def main():

    async def n(x, fail=False):
        for _ in range(5 * x):
            await asyncio.sleep(0)
        if fail:
            raise ValueError(x)
        return x
    r = []
    async for t in asyncio.as_completed([asyncio.create_task(n(2)), asyncio.create_task(n(1))]):
        r.append(await t)
    print(r)
    try:
        for c in asyncio.as_completed([asyncio.sleep(5)], timeout=0.001):
            await c
    except TimeoutError:
        print('ac timeout')


asyncio.run(main())
