import asyncio


async def main():
    try:
        await asyncio.sleep(0)
        raise KeyboardInterrupt
    finally:
        print("cleaned up")


async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("other cancelled")
        raise


async def both():
    asyncio.create_task(other())
    await main()


for coro in main, both:
    try:
        asyncio.run(coro())
    except KeyboardInterrupt as error:
        print(repr(error))
