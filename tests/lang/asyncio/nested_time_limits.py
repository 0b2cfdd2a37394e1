# Time limits inside each other, moved and in the past; waiting that is itself cancelled.
import asyncio


async def main():
    try:
        async with asyncio.timeout(.001):
            async with asyncio.timeout(1):
                await asyncio.sleep(1)
    except TimeoutError:
        print("the outer limit")
    async with asyncio.timeout(1) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 5)
        print(limit.expired(), repr(limit)[:9])
    try:
        async with asyncio.timeout_at(0):
            await asyncio.sleep(1)
    except TimeoutError:
        print("in the past")

    async def patient():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("told")
            raise

    waiting = asyncio.create_task(asyncio.wait_for(patient(), .5))
    await asyncio.sleep(.001)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("cancelled from outside")


asyncio.run(main())
