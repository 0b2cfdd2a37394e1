"""What locks and queues have in common."""
from asyncio import events


class _LoopBoundMixin:
    """Belongs to the loop in which it first had to wait."""

    _loop = None

    def _get_loop(self):
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError("%r is bound to a different event loop" % self)
        return loop
