import asyncio


async def main():
    q = asyncio.PriorityQueue()
    for x in (3, 1, 2):
        q.put_nowait(x)
    print([q.get_nowait() for _ in range(3)])
    q = asyncio.LifoQueue(2)
    q.put_nowait(1)
    q.put_nowait(2)
    print(q.full(), q.qsize(), q, q.get_nowait())
    for f in (lambda: (q.put_nowait(1), q.put_nowait(2)), lambda: (q.get_nowait(), q.get_nowait(), q.get_nowait()), lambda: [q.task_done() for _ in range(9)]):
        try:
            f()
        except Exception as e:
            print(type(e), e)
    q = asyncio.Queue(1)

    async def cons():
        try:
            while True:
                print('item', await q.get())
                q.task_done()
        except asyncio.QueueShutDown:
            print('shut')
    ct = asyncio.create_task(cons())
    for i in range(3):
        await q.put(i)
    await q.join()
    q.shutdown()
    await ct
    print(q)
    try:
        await q.put(1)
    except asyncio.QueueShutDown:
        print('shutdown put')


asyncio.run(main())
