# Semaphores, conditions that wake some of those who wait, barriers, and queues that are joined.
import asyncio


async def condition():
    changed = asyncio.Condition()

    async def waiter(number):
        async with changed:
            await changed.wait()
        return number

    tasks = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with changed:
        changed.notify(2)
    done, pending = await asyncio.wait(tasks, timeout=.1)
    print(sorted(task.result() for task in done), len(pending))
    async with changed:
        changed.notify_all()
    print(await asyncio.gather(*tasks))


async def barrier():
    gate = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(gate.wait(), gate.wait())), repr(gate).split("[")[1])
    await gate.reset()
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
    only_one = asyncio.Semaphore(1)
    await only_one.acquire()
    print(only_one.locked(), repr(only_one).split("[")[1])
    only_one.release()


async def queue():
    items, seen = asyncio.Queue(), []

    async def worker(name):
        while True:
            item = await items.get()
            await asyncio.sleep(0)
            seen.append(item)
            items.task_done()

    workers = [asyncio.create_task(worker(i)) for i in range(2)]
    for i in range(5):
        items.put_nowait(i)
    await items.join()
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True), sorted(seen))


for part in (condition, barrier, queue):
    asyncio.run(part())
