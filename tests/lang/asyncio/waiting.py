import asyncio


async def main():

    async def n(x, fail=False):
        for _ in range(5 * x):
            await asyncio.sleep(0)
        if fail:
            raise ValueError(x)
        return x
    gate = asyncio.Event()
    ts = [asyncio.create_task(n(1)), asyncio.create_task(gate.wait())]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(len(d), len(p))
    d, p = await asyncio.wait(ts, timeout=0.001)
    print(len(d), len(p))
    gate.set()
    d, p = await asyncio.wait(ts)
    print(len(d), len(p), [x.done() for x in d])
    ts = [asyncio.create_task(n(1, True)), asyncio.create_task(n(5))]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(d), len(p))
    print(repr(d.pop().exception()))
    for bad in (lambda: asyncio.wait([]), lambda: asyncio.wait([1], return_when='x'), lambda: asyncio.wait(ts[1])):
        try:
            await bad()
        except (ValueError, TypeError) as e:
            print(e)
    c = n(1)
    try:
        await asyncio.wait([c])
    except TypeError as e:
        print(e)
        c.close()
    await ts[1]


asyncio.run(main())
