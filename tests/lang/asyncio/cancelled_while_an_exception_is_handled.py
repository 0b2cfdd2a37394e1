"""What asyncio.run() cancels after the main coroutine failed is thrown in that failure's context."""
import asyncio


async def waiting():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("cancelled in the context of", repr(e.__context__))
        raise


async def fails():
    asyncio.create_task(waiting())
    await asyncio.sleep(0)
    raise ValueError("main")


async def ends():
    asyncio.create_task(waiting())
    await asyncio.sleep(0)


asyncio.run(ends())
try:
    asyncio.run(fails())
except ValueError as e:
    print(repr(e), e.__context__)
