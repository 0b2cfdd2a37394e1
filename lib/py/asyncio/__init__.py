"""Tasks that take turns: coroutines, futures, and the event loop that runs them. Sockets, streams, subprocesses
and threads are left out. What a program need not have (locks, queues, groups, time limits) is loaded when it is
first asked for."""
from asyncio.base_events import BaseEventLoop
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import (
    AbstractEventLoop, AbstractEventLoopPolicy, Handle, TimerHandle, _get_running_loop, _set_running_loop,
    get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy)
from asyncio.exceptions import (
    BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError,
    SendfileNotAvailableError, TimeoutError)
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.runners import Runner, run
from asyncio.tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, _enter_task, _leave_task, _register_task,
    _unregister_task, all_tasks, create_eager_task_factory, create_task, current_task,
    eager_task_factory, ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait_for)

_later = {
    "completed": ("as_completed", "wait"),
    "locks": ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"),
    "queues": ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown"),
    "taskgroups": ("TaskGroup",),
    "threads": ("to_thread",),
    "timeouts": ("Timeout", "timeout", "timeout_at"),
}
_homes = {name: module for module, names in _later.items() for name in names}
_refused = {
    "sockets": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
                "open_unix_connection", "start_unix_server", "Server", "AbstractServer", "BaseTransport",
                "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport",
                "BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "subprocesses": ("create_subprocess_exec", "create_subprocess_shell"),
}

SelectorEventLoop = EventLoop = BaseEventLoop

__all__ = tuple(sorted(
    [name for name in globals() if name[:1] != "_" and name not in (
        "base_events", "coroutines", "events", "exceptions", "futures", "runners", "tasks")]
    + list(_homes)
    + ["_enter_task", "_get_running_loop", "_leave_task", "_register_task", "_set_running_loop", "_unregister_task"]))


def __getattr__(name):
    module = name if name in _later else _homes.get(name)
    if module is not None:
        loaded = __import__("asyncio." + module, None, None, ["*"])
        globals()[module] = loaded
        for known in _later[module]:
            globals()[known] = getattr(loaded, known)
        return globals()[name]
    for what, names in _refused.items():
        if name in names:
            raise AttributeError("asyncio.%s needs %s, which ouro does not have" % (name, what))
    raise AttributeError("module 'asyncio' has no attribute %r" % name)


def __dir__():
    return sorted({*globals(), *__all__} - {"__getattr__", "__dir__"})
