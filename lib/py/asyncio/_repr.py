"""How futures, tasks, callbacks and coroutines are shown."""


def _short(value):
    try:
        import reprlib
    except ImportError:
        return repr(value)
    return reprlib.repr(value)


def _arguments(args, kwargs, debug):
    if not debug:
        return "()"
    items = [_short(arg) for arg in args]
    items += ["%s=%s" % (name, _short(value)) for name, value in kwargs.items()]
    return "(%s)" % ", ".join(items)


def _source(function):
    function = getattr(function, "__wrapped__", function)
    function = getattr(function, "__func__", function)
    code = getattr(function, "__code__", None)
    if code is None or code.co_filename[:9] == "<bundled ":
        return ""
    return " at %s:%s" % (code.co_filename, code.co_firstlineno)


def callback_text(function, args=(), kwargs={}, debug=False, behind=""):
    """The text of a call to be made; only debugging shows its arguments."""
    inner = getattr(function, "func", None)
    if inner is not None and hasattr(function, "keywords"):
        behind = _arguments(args, kwargs, debug) + behind
        return callback_text(inner, function.args, function.keywords, debug, behind)
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", None) or repr(function)
    return name + _arguments(args, kwargs, debug) + behind + _source(function)


def _callbacks(pairs):
    texts = [callback_text(pair[0]) for pair in pairs]
    if len(texts) > 2:
        texts[1:-1] = ["<%d more>" % (len(texts) - 2)]
    return "cb=[%s]" % ", ".join(texts)


def coroutine_text(coro):
    name = (getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
            or "<%s without __name__>" % type(coro).__name__) + "()"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if code is None:
        running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
        return name + " running" if running else name
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    file = code.co_filename or "<empty co_filename>"
    if frame is not None:
        return "%s running at %s:%s" % (name, file, frame.f_lineno)
    return "%s done, defined at %s:%s" % (name, file, code.co_firstlineno)


def future_info(future):
    info = [future._state.lower()]
    if future._state == "FINISHED":
        if future._exception is not None:
            info.append("exception=%r" % future._exception)
        else:
            info.append("result=%s" % _short(future._result))
    if future._callbacks:
        info.append(_callbacks(future._callbacks))
    return info


def task_info(task):
    state, *outcome = future_info(task)
    info = ["cancelling" if task.cancelling() and not task.done() else state, "name=%r" % task.get_name()]
    if task._coro is not None:
        info.append("coro=<%s>" % coroutine_text(task._coro))
    if task._fut_waiter is not None:
        info.append("wait_for=%r" % task._fut_waiter)
    return info + outcome


_shown = set()


def show(future, info):
    """The repr of a future; ... where it shows itself."""
    if id(future) in _shown:
        return "..."
    _shown.add(id(future))
    try:
        return "<%s %s>" % (type(future).__name__, " ".join(info(future)))
    finally:
        _shown.discard(id(future))
