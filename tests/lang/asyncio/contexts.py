import asyncio
import contextvars


async def main():
    v = contextvars.ContextVar('v', default=0)

    async def cv(i):
        v.set(i)
        await asyncio.sleep(0)
        return v.get()
    print(await asyncio.gather(cv(1), cv(2)), v.get())
    ctx = contextvars.copy_context()
    await asyncio.create_task(cv(7), context=ctx)
    print(ctx[v])


asyncio.run(main())
