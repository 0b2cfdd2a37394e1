import asyncio


async def wait():
    await asyncio.get_running_loop().create_future()


async def fail():
    raise ValueError("no")


def shown(thing):
    text = repr(thing)
    while " at " in text:
        begin = text.index(" at ")
        end = min(i for i in (text.find(c, begin + 4) for c in ">,]") if i > 0)
        text = text[:begin] + text[end:]
    return text


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(wait(), name="waits")
    print(shown(task))
    await asyncio.sleep(0)
    print(shown(task))
    task.cancel()
    print(shown(task))
    await asyncio.wait([task])
    print(shown(task))
    task = asyncio.create_task(fail(), name="fails")
    await asyncio.wait([task])
    print(shown(task), task.exception())
    future = loop.create_future()
    print(future)
    for _ in range(4):
        future.add_done_callback(print)
    print(future, future.remove_done_callback(print), future)
    future.set_result("done")
    print(future)
    handle = loop.call_soon(print, 1)
    print(handle, handle.cancel(), handle)
    timer = loop.call_later(100, print, 1)
    print("TimerHandle when=" in repr(timer), timer.when() > loop.time(), timer.cancelled())
    timer.cancel()
    print(timer.cancelled(), repr(timer).split("=")[0])


asyncio.run(main())
