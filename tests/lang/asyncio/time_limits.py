import asyncio


async def main():
    async with asyncio.timeout(1) as cm:
        pass
    print(cm.expired(), repr(cm), cm.when() is not None)
    try:
        async with asyncio.timeout(None) as cm:
            print(repr(cm))
            cm.reschedule(asyncio.get_running_loop().time() - 1)
            await asyncio.sleep(1)
    except TimeoutError as e:
        print('expired', cm.expired(), repr(cm), repr(e.__cause__))
    try:
        cm.reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        async with cm:
            pass
    except RuntimeError as e:
        print(e)


asyncio.run(main())
