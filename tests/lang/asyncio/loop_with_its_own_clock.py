"""A loop that overrides time() runs its timers by that clock."""
import asyncio


class Stepping(asyncio.SelectorEventLoop):
    now = 100

    def time(self):
        return self.now


def step(name):
    print(name, loop.time())
    loop.now += 1


loop = Stepping()
loop.call_later(0, step, "first")
loop.call_at(101, step, "second")
loop.call_at(102, loop.stop)
loop.run_forever()
loop.close()
print(loop.now)
