# Tasks that ask, wait and are cancelled at random: who has what after how many rounds of the loop.
import asyncio

rounds, log = 0, []
tasks = []  # the loop holds them weakly, and those that wait when main ends are garbage until they are cancelled


def numbers(seed):
    while True:
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        yield seed >> 8


def say(*words):
    log.append("%d %s" % (rounds, " ".join(map(str, words))))


def tick():
    global rounds
    rounds += 1
    asyncio.get_running_loop().call_soon(tick)


async def pause(chance):
    for _ in range(next(chance) % 3):
        await asyncio.sleep(0)


async def holder(name, chance, thing):
    async with thing:
        say(name, "in", repr(thing).split("[")[1])
        await pause(chance)
        if isinstance(thing, asyncio.Condition):
            (thing.notify, thing.notify_all)[next(chance) % 2]()
            if next(chance) % 2:
                say(name, await thing.wait())


async def user_of_queue(name, chance, queue):
    try:
        if next(chance) % 2:
            await queue.put(name)
        else:
            say(name, "got", await queue.get())
        say(name, queue)
        if next(chance) % 9 == 0:
            queue.shutdown()
        queue.task_done()
    except (asyncio.QueueShutDown, ValueError) as error:
        say(name, repr(error), queue)


async def owner_of_group(name, chance, thing):
    async def member(number):
        await pause(chance)
        if next(chance) % 4 == 0:
            raise KeyError(number)
    try:
        async with asyncio.TaskGroup() as group, asyncio.timeout(None if next(chance) % 2 else 0):
            for number in range(next(chance) % 3):
                group.create_task(member(number))
            await pause(chance)
    except (ExceptionGroup, TimeoutError) as error:
        say(name, repr(error), repr(error.__cause__))


async def main(seed, user, thing):
    chance = numbers(seed)
    tick()

    async def use(name, chance):
        for _ in range(3):
            await pause(chance)
            try:
                await user(name, chance, thing)
                say(name, "out")
            except asyncio.CancelledError as error:
                say(name, repr(error), asyncio.current_task().cancelling())
                if next(chance) % 2:
                    raise
                asyncio.current_task().uncancel()

    tasks[:] = [asyncio.create_task(use("abcd"[i], numbers(seed + i))) for i in range(4)]
    for number in range(20):
        await asyncio.sleep(0)
        if next(chance) % 3 == 0:
            tasks[next(chance) % 4].cancel(number)
    say(*[task.cancelled() if task.done() else "waits" for task in tasks])


for seed in range(4):
    for user, kind in ((holder, asyncio.Lock), (holder, asyncio.Semaphore), (holder, asyncio.Condition),
                       (user_of_queue, lambda: asyncio.Queue(seed)), (owner_of_group, str)):
        rounds = 0
        log.clear()
        asyncio.run(main(seed, user, kind()))
        print(seed, user.__name__, "; ".join(log))
