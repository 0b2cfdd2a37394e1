"""Warnings: what a program is told without being stopped, and who wants to hear it."""
import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]

# (action, message pattern, category, module pattern, line): the first that fits decides. A pattern is None, a text to
# be equal to, or a compiled regular expression.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_filters_version = 1  # registries that are older than this are forgotten
_ACTIONS = ("error", "ignore", "always", "all", "default", "module", "once")


def _filters_mutated():
    global _filters_version
    _filters_version += 1


class WarningMessage:
    """A warning that was recorded."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    """Return the text of a warning, with the line it is about."""
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        try:
            import linecache
            line = linecache.getline(filename, lineno)
        except Exception:  # the program ends
            line = ""
    line = line.strip()
    return text + "  %s\n" % line if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Print a warning, to sys.stderr unless told otherwise. A program may put its own function here."""
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_original_showwarning = showwarning


def _show(warning):
    recorder = _recorders[-1] if _recorders else None
    if showwarning is not _original_showwarning:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)
    elif recorder is not None:
        recorder.append(warning)
    else:
        _original_showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file,
                              warning.line)
        if warning.source is not None:
            _tell_allocation(warning)


def _tell_allocation(warning):
    """Write where the object that a warning is about was made, or what would tell."""
    file = warning.file or sys.stderr
    try:
        import _tracemalloc
    except ImportError:  # the program ends
        return
    if not _tracemalloc.is_tracing():
        text = "%s: Enable tracemalloc to get the object allocation traceback\n" % warning.category.__name__
    else:
        import tracemalloc
        traceback = tracemalloc.get_object_traceback(warning.source)
        if traceback is None:
            return
        text = "Object allocated at (most recent call last):\n"
        text += "".join("%s\n" % line for line in traceback.format())
    if file is not None:
        file.write(text)


_recorders = []  # of the catch_warnings(record=True) that are active; None for those that do not record


def _fits(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


def _is_category(category):
    return isinstance(category, type) and issubclass(category, Warning)


class _Prefix:
    """Fits texts that begin with one: what -W asks of a message, and a pattern without special characters."""

    def __init__(self, text, ignore_case=True):
        self._ignore_case = ignore_case
        self.pattern = text.lower() if ignore_case else text

    def match(self, text):
        return self if (text.lower() if self._ignore_case else text).startswith(self.pattern) else None


def _pattern(text, ignore_case):
    if not any(char in ".^$*+?{}[]\\|()" for char in text):
        return _Prefix(text, ignore_case)
    import _pattern as patterns
    return patterns.Pattern(text, ignore_case)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Insert a filter; message and module are regular expressions that the texts must begin with."""
    if action not in _ACTIONS:
        raise ValueError("invalid action: %r" % (action,))
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not _is_category(category):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    message = _pattern(message, True) if message else None
    module = _pattern(module, False) if module else None
    _add_filter((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Insert a filter that fits every message and module."""
    if action not in _ACTIONS:
        raise ValueError("invalid action: %r" % (action,))
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add_filter((action, None, category, None, lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


class _OptionError(Exception):
    pass


def _option_action(text):
    for action in ("default", "always", "all", "ignore", "module", "once", "error"):
        if action.startswith(text):
            return "always" if action == "all" else action
    raise _OptionError("invalid action: %r" % (text,))


def _option_category(text):
    if not text:
        return Warning
    module_name, dot, name = text.rpartition(".")
    try:
        module = __import__(module_name or "builtins", None, None, [name])
    except ImportError:
        raise _OptionError("invalid module name: %r" % (module_name,)) from None
    try:
        category = getattr(module, name)
    except AttributeError:
        raise _OptionError("unknown warning category: %r" % (text,)) from None
    if not _is_category(category):
        raise _OptionError("invalid warning category: %r" % (text,))
    return category


def _add_option(option):
    """Insert the filter that an option -W describes."""
    parts = option.split(":")
    if len(parts) > 5:
        raise _OptionError("too many fields (max 5): %r" % (option,))
    action, message, category, module, line = [part.strip() for part in parts + [""] * (5 - len(parts))]
    action, category = _option_action(action), _option_category(category)
    try:
        line = int(line or 0)
        if line < 0:
            raise ValueError
    except ValueError:
        raise _OptionError("invalid lineno %r" % (line,)) from None
    _add_filter((action, _Prefix(message) if message else None, category, module or None, line), False)


def resetwarnings():
    """Drop all filters."""
    filters[:] = []
    _filters_mutated()


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning about the caller, or whoever is stacklevel calls up."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not _is_category(category):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("warn() argument 'skip_file_prefixes' must be tuple, not %s"
                        % type(skip_file_prefixes).__name__)
    for prefix in skip_file_prefixes:
        if not isinstance(prefix, str):
            raise TypeError("Found non-str '%s' in skip_file_prefixes." % type(prefix).__name__)
    if not isinstance(stacklevel, int):
        stacklevel = range(stacklevel).stop
    try:
        frame = sys._getframe(1)
        level = max(stacklevel, 2) if skip_file_prefixes else stacklevel
        while level > 1 or (skip_file_prefixes and frame.f_code.co_filename.startswith(skip_file_prefixes)):
            frame = frame.f_back
            if frame is None:
                raise ValueError
            level -= 1
        namespace, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    except ValueError:
        namespace, filename, lineno = sys.__dict__, "<sys>", 0
    registry = namespace.setdefault("__warningregistry__", {})
    module = namespace.get("__name__", "<string>")
    warn_explicit(message, category, filename, lineno, module, registry, namespace, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning about a line of a file."""
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _filters_version:
        registry.clear()
        registry["version"] = _filters_version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = defaultaction
    for action_, text_pattern, category_, module_pattern, line in filters:
        if (_fits(text_pattern, text) and issubclass(category, category_) and _fits(module_pattern, module)
                and line in (0, lineno)):
            action = action_
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        once = text, category
        if onceregistry.get(once):
            return
        onceregistry[once] = 1
    elif action == "module":
        registry[key] = 1
        anywhere = text, category, 0
        if registry.get(anywhere):
            return
        registry[anywhere] = 1
    elif action == "default":
        registry[key] = 1
    elif action not in ("always", "all"):
        raise RuntimeError("Unrecognized action (%r) in warnings.filters" % (action,))
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Restores the filters at the end of a with statement; record=True gives a list of the warnings instead of showing
    them."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, "record=True" if self._record else "")

    def __enter__(self):
        global filters, showwarning
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._saved = filters, showwarning
        filters = filters[:]
        _filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        log = [] if self._record else None
        if self._record:
            showwarning = _original_showwarning
            _recorders.append(log)
        return log

    def __exit__(self, *exc_info):
        global filters, showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters, showwarning = self._saved
        if self._record:
            _recorders.pop()
        _filters_mutated()


_MethodType = type(_Prefix("").match)


class deprecated:
    """Marks a function or class as deprecated: calling it warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', not %r" % type(message).__name__)
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original_new = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=stacklevel + 1)
                if original_new is object.__new__:
                    if (args or kwargs) and cls.__init__ is object.__init__:
                        raise TypeError("%s() takes no arguments" % cls.__name__)
                    args, kwargs = (), {}  # they are for __init__
                return original_new(cls, *args, **kwargs)

            original_init_subclass = arg.__init_subclass__
            in_python = isinstance(original_init_subclass, _MethodType)
            if in_python:
                original_init_subclass = original_init_subclass.__func__

            def __init_subclass__(*args, **kwargs):
                warn(message, category=category, stacklevel=stacklevel + 1)
                return original_init_subclass(*args, **kwargs)

            arg.__new__ = staticmethod(__new__)
            arg.__init_subclass__ = classmethod(__init_subclass__) if in_python else __init_subclass__
            arg.__deprecated__ = __init_subclass__.__deprecated__ = message
            return arg
        if callable(arg):
            def wrapper(*args, **kwargs):
                warn(message, category=category, stacklevel=stacklevel + 1)
                return arg(*args, **kwargs)

            for name in ("__module__", "__name__", "__qualname__", "__doc__"):
                setattr(wrapper, name, getattr(arg, name, None))
            wrapper.__wrapped__ = arg
            arg.__deprecated__ = wrapper.__deprecated__ = message
            return wrapper
        raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable, not %r"
                        % (arg,))


for _option in sys.warnoptions:
    try:
        _add_option(_option)
    except _OptionError as _problem:
        print("Invalid -W option ignored:", _problem, file=sys.stderr)


def _warn_unawaited_coroutine(coroutine):
    """Called when a coroutine goes that nobody awaited."""
    text = "coroutine '%s' was never awaited" % coroutine.__qualname__
    if coroutine.cr_origin is not None:
        import linecache
        import traceback
        steps = [(file, line, name, linecache.getline(file, line))
                 for file, line, name in reversed(coroutine.cr_origin)]
        text += "\nCoroutine created at (most recent call last)\n" + "".join(traceback.format_list(steps)).rstrip("\n")
    warn(text, RuntimeWarning, 2, coroutine)
