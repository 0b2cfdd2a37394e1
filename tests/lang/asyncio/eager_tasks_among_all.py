"""A task that starts at once is among all_tasks() while its first step runs; afterwards only if it waits."""
import asyncio


async def quick(names):
    names.extend(sorted(task.get_name() for task in asyncio.all_tasks()))


async def waiting(names, future):
    await quick(names)
    await future


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    asyncio.current_task().set_name("main")
    for make in (lambda names, future: quick(names), waiting):
        names, future = [], loop.create_future()
        task = loop.create_task(make(names, future), name=make.__name__)
        print(names, task.done(), task in asyncio.all_tasks())
        future.set_result(None)
        await task
        print(task in asyncio.all_tasks())


asyncio.run(main())
