# Ouro has no threads, sockets or subprocesses: what needs them says so.
import asyncio


async def main():
    try:
        await asyncio.to_thread(print)
    except NotImplementedError as error:
        print(error)
    try:
        asyncio.get_running_loop().run_in_executor(None, print)
    except NotImplementedError as error:
        print(error)


asyncio.run(main())
for name in ("open_connection", "create_subprocess_exec", "nothing"):
    try:
        getattr(asyncio, name)
    except AttributeError as error:
        print(error)
