"""What is a coroutine."""
__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    """Whether func is a function defined with async def, or marked as one."""
    import inspect
    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine


async def _coroutine():
    pass


_coroutine = _coroutine()
_CoroutineType = type(_coroutine)
_coroutine.close()
_is_coroutine = object()
_found = {_CoroutineType: True}


def iscoroutine(obj):
    """Whether obj can be run by a task."""
    kind = type(obj)
    found = _found.get(kind)
    if found is None:
        from collections.abc import Coroutine
        found = isinstance(obj, Coroutine)
        if len(_found) < 100:
            _found[kind] = found
    return found
