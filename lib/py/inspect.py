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


def ismethoddescriptor(object):
    """A non-data descriptor that is no function, method or class."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    """A descriptor that sets or deletes."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


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
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def _function_behind(object):
    while isinstance(object, partial):
        object = object.func
    while ismethod(object):
        object = object.__func__
    return object


def _has_flag(object, flag):
    function = _function_behind(object)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(object):
    return _has_flag(object, CO_GENERATOR)


def iscoroutinefunction(object):
    return _has_flag(object, CO_COROUTINE)


def isasyncgenfunction(object):
    return _has_flag(object, CO_ASYNC_GENERATOR)


def isawaitable(object):
    return (iscoroutine(object) or (isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))
            or hasattr(type(object), "__await__"))


# Members, documentation, wrappers.

def getmembers(object, predicate=None):
    """Return (name, value) of the attributes that predicate accepts, sorted by name."""
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers_static(object, predicate=None):
    """The same without running descriptors."""
    found = []
    for name in dir(object):
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


def getattr_static(obj, attr, *default):
    """Look an attribute up without running __getattr__, __getattribute__ or descriptors."""
    if not isinstance(obj, type):
        for place in [getattr(obj, "__dict__", {})] + [vars(base) for base in type(obj).__mro__]:
            if attr in place:
                return place[attr]
    else:
        for base in obj.__mro__ + type(obj).__mro__:
            if attr in vars(base):
                return vars(base)[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """Follow __wrapped__ to the innermost function, or to the first that stop accepts."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
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


def _inherited_doc(object):
    if isclass(object):
        for base in object.__mro__[1:]:
            if base is not type and isinstance(base.__doc__, str) and base is not _object:
                return base.__doc__
        return None
    if ismethod(object):
        owner, name = type(object.__self__) if not isclass(object.__self__) else object.__self__, object.__name__
    else:
        return None
    for base in owner.__mro__:
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """Return the docstring without its indentation, the one inherited where there is none; None: nowhere."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


# Source.

def getmodule(object, _filename=None):
    """The module that defines an object, or None."""
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    if name is not None:
        return sys.modules.get(name)
    try:
        file = getfile(object)
    except TypeError:
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == file:
            return module
    return None


def getmodulename(path):
    """Return the module's name of a .py file, or None."""
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def getfile(object):
    """Return the name of the file that an object was compiled from."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isclass(object):
        module = sys.modules.get(getattr(object, "__module__", None))
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError("{!r} is a built-in class".format(object))
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(
        type(object).__name__))


def getsourcefile(object):
    """Return the name of the file with an object's source, or None."""
    filename = getfile(object)
    return filename if linecache.getlines(filename) else None


def getabsfile(object):
    import os.path
    return os.path.normcase(os.path.abspath(getsourcefile(object) or getfile(object)))


def _class_line(cls, lines):
    first = vars(cls).get("__firstlineno__")
    if first is not None:
        return first - 1
    for number, line in enumerate(lines):
        words = line.split()
        if words[:1] == ["class"] and words[1].split("(")[0].split(":")[0] == cls.__name__:
            return number
    raise OSError("could not find class definition")


def findsource(object):
    """Return (lines of the whole file, index of the line where the object begins)."""
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(object, lines)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if not iscode(object):
        raise OSError("could not find code object")
    if object.co_firstlineno - 1 >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, object.co_firstlineno - 1


class _LineScanner:
    """Knows after each line whether brackets or a string are open."""

    def __init__(self):
        self.depth = 0
        self.quote = ""  # of the triple-quoted string that is open
        self.joined = False  # the line ended in a backslash

    def feed(self, line):
        place = 0
        self.joined = False
        while place < len(line):
            if self.quote:
                place = self._string(line, place)
                continue
            char = line[place]
            if char == "#":
                return
            if char in "\"'":
                triple = line[place:place + 3] == char * 3
                self.quote = char * 3 if triple else char
                place += 3 if triple else 1
                continue
            self.depth += (char in "([{") - (char in ")]}")
            self.joined = line[place:] in ("\\\n", "\\")
            place += 1

    def _string(self, line, place):
        while place < len(line):
            if line[place] == "\\":
                place += 2
            elif line.startswith(self.quote, place):
                place += len(self.quote)
                self.quote = ""
                return place
            else:
                place += 1
        if len(self.quote) == 1:
            self.quote = ""
        return place

    @property
    def open(self):
        return self.depth > 0 or bool(self.quote) or self.joined


def getblock(lines):
    """Return the lines of the definition that begins with the first."""
    scanner = _LineScanner()
    indent = len(lines[0]) - len(lines[0].lstrip())
    header = last = 0
    seen_header = False
    for number, line in enumerate(lines):
        fresh = not scanner.open
        text = line.strip()
        if fresh and text and not text.startswith("#"):
            margin = len(line) - len(line.lstrip())
            words = text.split(None, 2)
            if not seen_header:
                seen_header = words[0] in ("def", "class") or words[0] == "async" or not text.startswith("@")
                header = number
            elif margin <= indent and number > header:
                break
        scanner.feed(line)
        if text and not (fresh and text.startswith("#")):
            last = number
        if seen_header and number == header and not scanner.open and not text.endswith(":"):
            if words[0] not in ("def", "class", "async") or text.split("#")[0].rstrip()[-1:] != ":":
                break
    return lines[:last + 1]


def getsourcelines(object):
    """Return (lines of the object, number of the first)."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """Return the source text of an object."""
    return "".join(getsourcelines(object)[0])


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getcomments(object):
    """Return the comment lines right above an object's source, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    begin = number
    while begin > 0 and lines[begin - 1].strip().startswith("#"):
        begin -= 1
    return "".join(line.expandtabs().lstrip() for line in lines[begin:number]) or None


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
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % pair for pair in zip(self._fields, self)))

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


def getouterframes(frame, context=1):
    """Return a FrameInfo for a frame and each that called it, innermost first."""
    found = []
    while frame:
        info = getframeinfo(frame, context)
        found.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """Return a FrameInfo for each step of a traceback, outermost first."""
    found = []
    while tb:
        info = getframeinfo(tb, context)
        found.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return found


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


# Signatures.

class _empty:
    """Stands for what is not there."""


class _ParameterKind:
    """One of the five ways to pass an argument."""

    def __init__(self, value, name, description):
        self.value = value
        self.name = name
        self.description = description

    def __index__(self):
        return self.value

    __int__ = __index__

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, _ParameterKind) else other)

    def __hash__(self):
        return hash(self.value)

    def __lt__(self, other):
        return self.value < (other.value if isinstance(other, _ParameterKind) else other)

    def __gt__(self, other):
        return self.value > (other.value if isinstance(other, _ParameterKind) else other)

    def __le__(self, other):
        return not self > other

    def __ge__(self, other):
        return not self < other

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self.value)


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")


def formatannotation(annotation, base_module=None):
    """Return an annotation as it is written."""
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """A parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if not name.isidentifier():
            raise ValueError("{!r} is not a valid parameter name".format(name))
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("{} parameters cannot have default values".format(kind.description))
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=_Record, default=_Record):
        return type(self)(self._name if name is None else name, self._kind if kind is None else kind,
                          default=self._default if default is _Record else default,
                          annotation=self._annotation if annotation is _Record else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = "%s: %s" % (text, formatannotation(self._annotation))
        if self._default is not _empty:
            text += (" = %r" if self._annotation is not _empty else "=%r") % (self._default,)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return '<%s "%s">' % (type(self).__name__, self)

    def _fields(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._fields()[:3] + (self._annotation,))

    def __eq__(self, other):
        return self._fields() == other._fields() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """What a call's arguments mean for a signature: names and values."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        named = False
        for name, parameter in self._signature.parameters.items():
            if not named:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    named = True
                elif name not in self.arguments:
                    named = True
                    continue
            if not named or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Add the defaults of parameters that were not given."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return "<%s (%s)>" % (type(self).__name__, ", ".join("%s=%r" % pair for pair in self.arguments.items()))


class Signature:
    """Parameters and return annotation of a callable."""

    __slots__ = ("_parameters", "_return_annotation")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = {}
        last_kind = _POSITIONAL_ONLY
        seen_default = False
        for parameter in parameters or ():
            if parameter.kind < last_kind:
                raise ValueError("wrong parameter order: {} parameter before {} parameter".format(
                    last_kind.description, parameter.kind.description))
            last_kind = parameter.kind
            if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in self._parameters:
                raise ValueError("duplicate parameter name: {!r}".format(parameter.name))
            self._parameters[parameter.name] = parameter
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, cls, follow_wrapped)

    @property
    def parameters(self):
        return types.MappingProxyType(self._parameters)

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_Record, return_annotation=_Record):
        if parameters is _Record:
            parameters = self._parameters.values()
        if return_annotation is _Record:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self._parameters.values()) == list(other._parameters.values())
                and self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def _bind(self, args, kwargs, partial):
        arguments = {}
        kwargs = dict(kwargs)
        rest = list(args)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif kind == _VAR_KEYWORD:
                if kwargs:
                    arguments[name] = kwargs
                kwargs = {}
            elif rest and kind != _KEYWORD_ONLY:
                if name in kwargs and kind == _POSITIONAL_OR_KEYWORD:
                    raise TypeError("multiple values for argument {!r}".format(name))
                arguments[name] = rest.pop(0)
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                if name in kwargs:
                    raise TypeError("{!r} parameter is positional only, but was passed as a keyword".format(name))
                raise TypeError("missing a required argument: {!r}".format(name))
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError("got an unexpected keyword argument {!r}".format(next(iter(kwargs))))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Return the BoundArguments of a call; TypeError when it does not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same where arguments may be missing."""
        return self._bind(args, kwargs, True)

    def format(self, *, max_width=None):
        """Return the text "(a, b=1) -> int"; one parameter a line when it is wider than max_width."""
        pieces = []
        positional_only = starred = False
        for parameter in self._parameters.values():
            if parameter.kind == _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                pieces.append("/")
                positional_only = False
            if parameter.kind == _VAR_POSITIONAL:
                starred = True
            elif parameter.kind == _KEYWORD_ONLY and not starred:
                pieces.append("*")
                starred = True
            pieces.append(str(parameter))
        if positional_only:
            pieces.append("/")
        text = "(%s)" % ", ".join(pieces)
        if max_width is not None and len(text) > max_width:
            text = "(\n    %s\n)" % ",\n    ".join(pieces)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self)


def _function_signature(function, cls):
    code = function.__code__
    names = code.co_varnames
    annotations = function.__annotations__
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    positional = code.co_argcount
    found = []
    for place, name in enumerate(names[:positional]):
        kind = _POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        offset = place - (positional - len(defaults))
        found.append(Parameter(name, kind, default=defaults[offset] if offset >= 0 else _empty,
                               annotation=annotations.get(name, _empty)))
    place = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        found.append(Parameter(names[place], _VAR_POSITIONAL, annotation=annotations.get(names[place], _empty)))
        place += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        found.append(Parameter(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                               annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        found.append(Parameter(names[place], _VAR_KEYWORD, annotation=annotations.get(names[place], _empty)))
    return cls(found, return_annotation=annotations.get("return", _empty))


def _text_signature(obj, text, cls, skip_self):
    """The signature that a native's text describes: the text is run as the head of a function."""
    bound = "$" in text
    if "<" in text:
        raise ValueError("{!r} builtin has invalid signature".format(obj))
    namespace = {"sys": sys}
    exec("def function%s: pass" % text.replace("$", ""), namespace)
    signature = _function_signature(namespace["function"], cls)
    return _without_first(signature) if bound and skip_self else signature


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _partial_signature(partial, cls, follow_wrapped):
    signature = _signature_of(partial.func, cls, follow_wrapped)
    bound = signature.bind_partial(*partial.args, **partial.keywords)
    found = []
    keyword_only = False
    for name, parameter in signature.parameters.items():
        if parameter.kind == _VAR_POSITIONAL and keyword_only:
            continue
        if name in bound.arguments and parameter.kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
            if name not in partial.keywords:
                continue
            parameter = parameter.replace(default=partial.keywords[name])
            keyword_only = True
        if keyword_only and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        found.append(parameter)
    return signature.replace(parameters=found)


def _class_signature(obj, cls, follow_wrapped):
    meta_call = getattr_static(type(obj), "__call__", None)
    if isfunction(meta_call):
        return _without_first(_signature_of(meta_call, cls, follow_wrapped))
    for name in ("__new__", "__init__"):
        for base in obj.__mro__:
            method = vars(base).get(name)
            if isinstance(method, staticmethod):
                method = method.__func__
            if isfunction(method):
                return _without_first(_signature_of(method, cls, follow_wrapped))
            if method is not None and base is not _object and name == "__init__":
                break
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _text_signature(obj, text, cls, True)
    if all(base is _object or "__init__" not in vars(base) for base in obj.__mro__):
        return cls([])
    raise ValueError("no signature found for builtin type {!r}".format(obj))


def _signature_of(obj, cls, follow_wrapped=True):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, cls, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, cls, follow_wrapped)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        if not isinstance(own, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(own))
        return own
    if isfunction(obj):
        return _function_signature(obj, cls)
    if hasattr(obj, "func") and hasattr(obj, "args") and hasattr(obj, "keywords") and not isclass(obj):
        return _partial_signature(obj, cls, follow_wrapped)
    if isclass(obj):
        return _class_signature(obj, cls, follow_wrapped)
    if isroutine(obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError("no signature found for builtin {!r}".format(obj))
        return _text_signature(obj, text, cls, isbuiltin(obj) or ismethodwrapper(obj))
    call = getattr_static(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_signature_of(call, cls, follow_wrapped))
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _text_signature(obj, text, cls, False)
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Return the Signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped)


class FullArgSpec(_Record):
    __slots__ = ()
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")


def getfullargspec(func):
    """Return names and defaults of a callable's parameters, the bound first one included."""
    try:
        target = func.__func__ if ismethod(func) else func
        found = _signature_of(target, Signature, False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, kwonlyargs, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    for name, parameter in found.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind == _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind == _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:  # first, as CPython has it
        annotations = {"return": found.return_annotation, **annotations}
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Return a new dict of the annotations of a function, class or module."""
    if isclass(obj):
        found = vars(obj).get("__annotations__")
    else:
        found = getattr(obj, "__annotations__", None)
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    if globals is None:
        module = sys.modules.get(obj.__module__) if isclass(obj) else None
        globals = obj.__dict__ if ismodule(obj) else vars(module) if module else getattr(obj, "__globals__", {})
    if locals is None:
        locals = dict(vars(obj)) if isclass(obj) else globals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}
