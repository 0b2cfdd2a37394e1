# A future that fails, callbacks of a task, what a task tells about itself, tasks that run at once.
import asyncio


async def result():
    await asyncio.sleep(0)
    return "result"


async def at_once():
    print("runs now")
    return 1


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_exception, ZeroDivisionError("late"))
    try:
        await future
    except ZeroDivisionError as e:
        print(e)
    task = asyncio.create_task(result())
    task.add_done_callback(lambda done: print("called back with", done.result()))
    print(task.remove_done_callback(print), task.get_coro().__name__, task.done())
    await task
    await asyncio.sleep(0)
    print(task.done(), task.exception(), task.get_stack(), asyncio.iscoroutinefunction(main))

    async def fails():
        raise ValueError("z")

    tasks = [asyncio.create_task(fails()), asyncio.create_task(asyncio.sleep(1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(task.exception()) for task in done], len(pending))
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)

    print(loop.get_debug(), loop.is_running(), type(loop.time()))
    loop.set_task_factory(asyncio.eager_task_factory)
    print(asyncio.create_task(at_once()).done())
    loop.set_task_factory(None)
    asyncio.current_task().set_name("the main one")
    print(asyncio.current_task().get_name())
    return "end"


print(asyncio.run(main(), debug=False))
