"""Standing in line, of which locks and queues are made. A line is a deque of futures, one for each who waits."""
from asyncio import events


def wake(line, most=None):
    """Wake the first of those in a line who still wait, all of them or so many at most; return how many it were."""
    woken = 0
    for place in line:
        if woken == most:
            break
        if not place.done():
            place.set_result(None)
            woken += 1
    return woken


def let_out(line):
    """Wake the first in a line who still waits, and take him out of it with those before him."""
    while line:
        if wake((line.popleft(),)):
            return


class InLine:
    """Has lines; belongs to the loop in which somebody first had to stand in one."""

    _loop = None

    def _home(self):
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise RuntimeError("%r is bound to a different event loop" % self)
        return loop

    async def _stand(self, line, turn_lost=None):
        """Wait at the end of a line to be woken. Who is cancelled when he is already woken has turn_lost() called."""
        place = self._home().create_future()
        line.append(place)
        try:
            await place
        except BaseException:
            woken = not place.cancel() and not place.cancelled()
            if place in line:
                line.remove(place)
            if woken and turn_lost is not None:
                turn_lost()
            raise
        if place in line:
            line.remove(place)
