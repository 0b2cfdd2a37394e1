"""Looking at live objects: what kind they are, their source, their signature, and the frames that run."""
import linecache
import sys
import types
from _functools import partial

# Bits of a code object's co_flags.
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 64, 128, 256, 512
CO_HAS_DOCSTRING, CO_METHOD = 0x4000000, 0x8000000

TPFLAGS_IS_ABSTRACT = 1 << 20

_object = object  # many parameters here have that name


# What kind of thing an object is.

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def _hooks(object):
    """Which methods of a descriptor the type of an object has; none for classes, methods and functions."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return set()
    return {name for name in ("__get__", "__set__", "__delete__") if hasattr(type(object), name)}


def ismethoddescriptor(object):
    """A non-data descriptor that is no function, method or class."""
    return _hooks(object) == {"__get__"} and not isinstance(object, partial)


def isdatadescriptor(object):
    """A descriptor that sets or deletes."""
    return not _hooks(object) <= {"__get__"}


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
            or ismethodwrapper(object))


def isabstract(object):
    """A class that has abstract methods."""
    if not isclass(object):
        return False
    known = getattr(object, "__abstractmethods__", None)
    if known is not None or type(object) is type:
        return bool(known)
    # while __init_subclass__ runs nobody has counted them yet
    values = list(object.__dict__.values())
    for base in object.__bases__:
        values += [getattr(object, name, None) for name in getattr(base, "__abstractmethods__", ())]
    return any(getattr(value, "__isabstractmethod__", False) for value in values)


def _function_behind(object):
    while True:
        if isinstance(object, partial):
            object = object.func
        elif ismethod(object):
            object = object.__func__
        elif isfunction(object) and hasattr(object, "__partialmethod__"):
            object = object.__partialmethod__.func
        else:
            return object


def _has_flag(object, flag):
    function = _function_behind(object)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


_COROUTINE_MARK = "_is_coroutine_mark"


def markcoroutinefunction(func):
    """Have iscoroutinefunction() say yes to a function that is none by itself."""
    getattr(func, "__func__", func)._is_coroutine_mark = _COROUTINE_MARK
    return func


def iscoroutinefunction(obj):
    mark = getattr(_function_behind(obj), "_is_coroutine_mark", None)
    return _has_flag(obj, CO_COROUTINE) or mark is _COROUTINE_MARK


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isawaitable(object):
    return (iscoroutine(object) or (isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))
            or hasattr(type(object), "__await__"))


# Members, documentation, wrappers.

def getmembers(object, predicate=None):
    """Return (name, value) of the attributes that predicate accepts, sorted by name."""
    found = []
    for name in set(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            places = [vars(base) for base in getattr(object, "__mro__", ()) if name in vars(base)]
            if not places:
                continue
            value = places[0][name]
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers_static(object, predicate=None):
    """The same without running descriptors."""
    found = []
    for name in set(dir(object)):
        try:
            value = getattr_static(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getmro(cls):
    return cls.__mro__


def _dicts(cls):
    return [type.__dict__["__dict__"].__get__(base) for base in type.__dict__["__mro__"].__get__(cls)]


def getattr_static(obj, attr, *default):
    """Look an attribute up without running __getattr__, __getattribute__ or descriptors."""
    kind = type(obj)
    if issubclass(kind, type):
        places = _dicts(obj) + _dicts(kind)
    else:
        places = _dicts(kind)
        stored = next((place["__dict__"] for place in places if "__dict__" in place), None)
        if isgetsetdescriptor(stored) or isinstance(obj, types.ModuleType):
            found = next((place[attr] for place in places if attr in place), None)
            if not (_hooks(found) > {"__get__"}):
                places.insert(0, _object.__getattribute__(obj, "__dict__"))
    for place in places:
        if attr in place:
            return place[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """Follow __wrapped__ to the innermost function, or to the first that stop accepts."""
    seen = {id(func)}
    while not isinstance(func, type) and hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError("wrapper loop when unwrapping {!r}".format(func))
        seen.add(id(func))
    return func


def cleandoc(doc):
    """Take the indentation off a docstring, and the empty lines around it."""
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")), default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _class_of_function(function):
    """The class whose body a function was defined in, as its qualified name tells; None: in none that can be found."""
    owner = sys.modules.get(function.__module__)
    for name in function.__qualname__.split(".")[:-1]:
        owner = getattr(owner, name, None)
    return owner if isclass(owner) else None


def _owner_and_name(object):
    """The class that has a method, property or slot, and under which name; (None, None): it is none."""
    if ismethod(object):
        return object.__self__ if isclass(object.__self__) else type(object.__self__), object.__name__
    if isfunction(object):
        owner, name = _class_of_function(object), object.__name__
    elif isinstance(object, property) and isfunction(object.fget):
        owner, name = _class_of_function(object.fget), object.__name__
    else:
        owner, name = getattr(object, "__objclass__", None), getattr(object, "__name__", None)
    return (owner, name) if getattr(owner, name or "", None) is object else (None, None)


def _inherited_doc(object):
    if isclass(object):
        for base in object.__mro__[1:]:
            if base is not type and isinstance(base.__doc__, str) and base is not _object:
                return base.__doc__
        return None
    owner, name = _owner_and_name(object)
    if owner is None:
        return None
    slots = getattr(owner, "__slots__", None)
    if ismemberdescriptor(object) and isinstance(slots, dict) and name in slots:
        return slots[name]
    for base in owner.__mro__:
        found = getattr(base, name, None)
        if found is not None and found.__doc__ is not None:
            return found.__doc__
    return None


def getdoc(object):
    """Return the docstring without its indentation, the one inherited where there is none; None: nowhere."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


# Frames.

class _Record(tuple):
    """A tuple whose items also have names."""

    __slots__ = ()
    _fields = ()

    def __init_subclass__(cls):
        for place, name in enumerate(cls._fields):  # index and count are methods of a tuple, too
            setattr(cls, name, property(lambda self, place=place: self[place]))

    def __new__(cls, *items, **named):
        if len(items) < len(cls._fields):
            items += tuple(named.pop(name) for name in cls._fields[len(items):])
        return tuple.__new__(cls, items)

    def __repr__(self):
        shown = [*zip(self._fields, self), *getattr(self, "__dict__", {}).items()]
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % pair for pair in shown))

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **changes):
        return type(self)(*(changes.pop(name, value) for name, value in zip(self._fields, self)))

    def __getattr__(self, name):
        try:
            return self[type(self)._fields.index(name)]
        except ValueError:
            raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name)) from None


class Positions(_Record):
    __slots__ = ()
    _fields = ("lineno", "end_lineno", "col_offset", "end_col_offset")


class Traceback(_Record):
    _fields = ("filename", "lineno", "function", "code_context", "index")

    def __new__(cls, *items, positions=None):
        self = super().__new__(cls, *items)
        self.positions = positions
        return self


class FrameInfo(_Record):
    _fields = ("frame", "filename", "lineno", "function", "code_context", "index")

    def __new__(cls, *items, positions=None):
        self = super().__new__(cls, *items)
        self.positions = positions
        return self


def _positions(code, lasti):
    for place, positions in enumerate(code.co_positions()):
        if place == lasti // 2:
            return Positions(positions[0], positions[1], positions[2], positions[3])
    return None


def getframeinfo(frame, context=1):
    """Return a Traceback: file, line, function and the lines around it of a frame or traceback."""
    if istraceback(frame):
        lineno, lasti = frame.tb_lineno, frame.tb_lasti
        frame = frame.tb_frame
    else:
        lineno, lasti = frame.f_lineno, frame.f_lasti
    if not isframe(frame):
        raise TypeError("{!r} is not a frame or traceback object".format(frame))
    code = frame.f_code
    lines = index = None
    if context > 0:
        all_lines = linecache.getlines(code.co_filename)
        if all_lines:
            start = max(0, min(lineno - 1 - context // 2, len(all_lines) - context))
            lines = all_lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(code.co_filename, lineno, code.co_name, lines, index, positions=_positions(code, lasti))


def getlineno(frame):
    return frame.f_lineno


def _frame_infos(first, following, frame_of, context):
    """A FrameInfo for each step of a chain of frames, or of a traceback."""
    found = []
    while first:
        info = getframeinfo(first, context)
        found.append(FrameInfo(frame_of(first), *info, positions=info.positions))
        first = getattr(first, following)
    return found


def getouterframes(frame, context=1):
    """Return a FrameInfo for a frame and each that called it, innermost first."""
    return _frame_infos(frame, "f_back", lambda frame: frame, context)


def getinnerframes(tb, context=1):
    """Return a FrameInfo for each step of a traceback, outermost first."""
    return _frame_infos(tb, "tb_next", lambda step: step.tb_frame, context)


def currentframe():
    """Return the caller's frame."""
    return sys._getframe(1)


def stack(context=1):
    """Return a FrameInfo for the caller's frame and each that led to it, innermost first."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """Return a FrameInfo for each step from the caller to where the exception being handled was raised."""
    exception = sys.exception()
    return getinnerframes(None if exception is None else exception.__traceback__, context)


# Generators and coroutines.

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(object, prefix, short):
    if getattr(object, short + "_running"):
        return prefix + "_RUNNING"
    if getattr(object, short + "_suspended", False):
        return prefix + "_SUSPENDED"
    if getattr(object, short + "_frame") is None:
        return prefix + "_CLOSED"
    return prefix + "_CREATED"


def getgeneratorstate(generator):
    return _state(generator, "GEN", "gi")


def getcoroutinestate(coroutine):
    return _state(coroutine, "CORO", "cr")


def getasyncgenstate(agen):
    return _state(agen, "AGEN", "ag")


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return {} if frame is None else frame.f_locals


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = agen.ag_frame
    return {} if frame is None else frame.f_locals


class ClosureVars(_Record):
    __slots__ = ()
    _fields = ("nonlocals", "globals", "builtins", "unbound")


def getclosurevars(func):
    """Return the names that a function uses from outside, by where they come from."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    code = func.__code__
    cells = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells)}
    builtins = func.__globals__.get("__builtins__", sys.modules["builtins"])
    builtins = vars(builtins) if ismodule(builtins) else builtins
    used = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            used[0][name] = func.__globals__[name]
        elif name in builtins:
            used[1][name] = builtins[name]
        else:
            used[2].add(name)
    return ClosureVars(nonlocals, *used)


# The rest, which needs what stands above.

from _inspect_source import (findsource, getabsfile, getblock, getcomments, getfile, getmodule, getmodulename,
                             getsource, getsourcefile, getsourcelines, indentsize)
from _inspect_signature import (BoundArguments, FullArgSpec, Parameter, Signature, _ParameterKind, _empty,
                                _signature_of, formatannotation, get_annotations, getfullargspec, signature)
from _inspect_classes import (ArgInfo, Arguments, Attribute, classify_class_attrs, formatargvalues, getargs,
                              getargvalues, getcallargs, getclasstree, walktree)


def __getattr__(name):  # needs enum, which few programs want that inspect something
    if name != "BufferFlags":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from _inspect_buffer import BufferFlags
    return globals().setdefault(name, BufferFlags)
