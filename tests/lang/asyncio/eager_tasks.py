import asyncio


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)

    async def e1():
        print('eager runs')
        return 1
    t = asyncio.create_task(e1())
    print('after', t.done(), await t)
    asyncio.get_running_loop().set_task_factory(None)


asyncio.run(main())
