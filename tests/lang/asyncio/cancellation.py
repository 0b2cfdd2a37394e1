import asyncio


async def main():

    async def worker():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print('cancelled', e.args, asyncio.current_task().cancelling())
            print(asyncio.current_task().uncancel())
            return 'survived'
    t = asyncio.create_task(worker())
    await asyncio.sleep(0)
    print(t.cancel('why'), t.cancelling(), t.cancel(), t.cancelling())
    print(await t, t.cancelling(), t.cancelled())
    t = asyncio.create_task(worker())
    t.cancel('early')
    try:
        await t
    except asyncio.CancelledError as e:
        print('early', e.args, t.cancelled(), t.done(), t.cancel())
    for f in (t.result, t.exception):
        try:
            f()
        except asyncio.CancelledError as e:
            print(repr(e))
    inner = asyncio.create_task(asyncio.sleep(0.3, 'inner'))

    async def sh():
        return await asyncio.shield(inner)
    o = asyncio.create_task(sh())
    await asyncio.sleep(0)
    o.cancel()
    try:
        await o
    except asyncio.CancelledError:
        print('outer cancelled', inner.done())
    print(await inner)


asyncio.run(main())
