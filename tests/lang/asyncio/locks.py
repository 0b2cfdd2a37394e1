import asyncio


async def main():
    l = asyncio.Lock()
    order = []

    async def locker(i):
        async with l:
            order.append(i)
            await asyncio.sleep(0)
    await asyncio.gather(*[locker(i) for i in range(4)])
    print(order, l.locked())
    try:
        l.release()
    except RuntimeError as e:
        print(e)
    ev = asyncio.Event()
    w = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    print(repr(ev)[-19:])
    ev.set()
    print(await w, ev.is_set())
    ev.clear()
    s = asyncio.Semaphore(2)
    active = 0
    most = 0

    async def sem():
        nonlocal active, most
        async with s:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0)
            active -= 1
    await asyncio.gather(*[sem() for _ in range(6)])
    print(most, s.locked())
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    cond = asyncio.Condition()
    got = []

    async def waiter(i):
        async with cond:
            await cond.wait()
            got.append(i)
    ws = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
    await asyncio.sleep(0.001)
    print(got)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*ws)
    print(got)
    for f in (cond.notify,):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    bar = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*[bar.wait() for _ in range(3)])), bar.n_waiting, bar.broken, repr(bar)[-25:])
    bt = asyncio.create_task(bar.wait())
    await asyncio.sleep(0)
    await bar.abort()
    try:
        await bt
    except asyncio.BrokenBarrierError as e:
        print(repr(e), bar.broken)


asyncio.run(main())
