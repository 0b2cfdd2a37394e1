import asyncio
import gc


def told(loop, context):
    text = repr(context.get("task") or context.get("future"))
    print(context["message"], "|", text[:text.index(" coro=")] if " coro=" in text else text, repr(context.get("exception")))


async def fail():
    raise ValueError("nobody asked")


async def main():
    asyncio.get_running_loop().set_exception_handler(told)
    asyncio.create_task(fail(), name="fails")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("k"))
    del future
    asked = asyncio.create_task(fail())
    await asyncio.sleep(0)
    print(asked.exception())


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.set_exception_handler(told)
task = loop.create_task(asyncio.sleep(10), name="left")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
del task
gc.collect()
