"""What help() prints: names, signatures and docstrings, laid out as a page of text."""

import enum
import inspect
import sys
import types

RULE = "-" * 70
HIDDEN = set(
    "__author__ __builtins__ __cached__ __credits__ __date__ __doc__ __docformat__ __file__ __loader__ __module__ "
    "__name__ __package__ __path__ __qualname__ __slots__ __spec__ __version__ __static_attributes__ "
    "__firstlineno__".split()
)


def _indented(text, prefix="    "):
    return "\n".join([(prefix + line).rstrip() for line in text.split("\n")])


def _visible(name):
    return name not in HIDDEN and (not name.startswith("_") or (name.startswith("__") and name.endswith("__")))


def _class_name(cls, module):
    return cls.__name__ if cls.__module__ == module else f"{cls.__module__}.{cls.__name__}"


def _signature(object):
    """What stands behind the name: on several lines when both together do not fit on one of 80 characters."""
    try:
        name = getattr(object, "__name__", "")
        return inspect.signature(object).format(max_width=None if name == "<lambda>" else 80 - len(name))
    except (ValueError, TypeError, AttributeError):
        text = getattr(object, "__text_signature__", None)
        if not text or not text.startswith("($"):
            return text
        bound = getattr(object, "__self__", None) is not None
        return "(" + (text[2:].partition(", ")[2] if bound and "," in text else text[2:])


def _titled(title, doc):
    return title + "\n" + (_indented(doc) + "\n" if doc else "")


# Functions and methods.


def _belongs_to(object, shown_in):
    """What is said behind a method about the class or instance that it is bound to."""
    owner = getattr(object, "__self__", None)
    if shown_in is not None:  # __new__ alone belongs to the class that it is from
        inherited = isinstance(owner, type) and owner is not shown_in
        return f" class method of {_class_name(owner, None)}" if inherited else ""
    if hasattr(object, "__objclass__"):
        return f" unbound {_class_name(object.__objclass__, None)} method"
    if owner is None or isinstance(owner, types.ModuleType):
        return ""
    if isinstance(owner, type):
        return f" class method of {_class_name(owner, None)}"
    return f" method of {_class_name(type(owner), None)} instance"


def _origin(function, home):
    """What is said behind a function that was not defined in the class that has it."""
    function = function.__func__ if inspect.ismethod(function) else function
    if not inspect.isfunction(function) or home is None:
        return ""
    outer = function.__qualname__.rpartition(".")[0]
    if function.__module__ == home.__module__ and outer == home.__qualname__:
        return ""
    return f" from {function.__module__}.{outer}".rstrip(".")


def _routine(object, name, shown_in=None, home=None):
    if not hasattr(object, "__name__"):
        return _data(name, object)
    real = object.__name__
    signature = _signature(object) or "(...)"
    title = real if name == real or shown_in is None else f"{name} = {real}"
    if real == "<lambda>":
        title, signature = f"{name} lambda", " " + signature.strip("()")
    if name != real and shown_in is not None and inspect.isroutine(getattr(shown_in, real, None)):
        return f"{title}{signature}{_origin(object, home)}\n"
    prefix = "async " if inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object) else ""
    doc = inspect.getdoc(object) or inspect.getcomments(object) or ""
    return _titled(prefix + title + signature + _belongs_to(object, shown_in) + _origin(object, home), doc.rstrip())


# Classes.


def _homes(cls):
    """The classes that its attributes may be from, its metaclasses at the end."""
    return [*inspect.getmro(cls), *[meta for meta in type(cls).__mro__ if meta not in (type, object)]]


def _attributes(cls):
    """(name, kind, class that has it, value) of everything that is shown of a class."""
    names = set(dir(cls))
    if "__annotations__" in names:
        getattr(cls, "__annotations__", None)  # each class has its own from then on
    for base in cls.__mro__:
        names.update([name for name, value in base.__dict__.items() if isinstance(value, enum.property)])
    found = []
    for name in sorted(filter(_visible, names)):
        home = next((base for base in _homes(cls) if name in base.__dict__), None)
        if home is not None:
            value = home.__dict__[name]
            is_meta = home not in cls.__mro__ and inspect.isroutine(value)
            found.append((name, "Static methods" if is_meta else _kind(name, value), home, value))
    return found


def _kind(name, value):
    if isinstance(value, staticmethod) or (name == "__new__" and inspect.isbuiltin(value)):
        return "Static methods"
    if isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
        return "Class methods"
    if isinstance(value, property):
        return "Readonly properties" if value.fset is None and value.fdel is None else "Data descriptors"
    if inspect.isroutine(value):
        return "Methods"
    if inspect.isdatadescriptor(value):
        return "Data descriptors"
    return "Data and other attributes"


KINDS = ("Methods", "Class methods", "Static methods", "Readonly properties", "Data descriptors",
         "Data and other attributes")


def _data(name, value):
    text = repr(value)
    begin, _, address = text.partition(" at 0x")
    end = address.lstrip("0123456789abcdef")
    if end and not end.strip(">"):
        text = begin + end
    room = 70 - len(name) - 3
    if len(text) > room:
        text = text[: max(room, 0)] + "..."
    doc = getattr(value, "__doc__", None)
    doc = None if doc == type(value).__doc__ else doc
    line = f"{name} = {text}"
    return line + "\n" + (_indented(str(doc)) + "\n" if doc else "")


def _attribute(cls, name, kind, value, home):
    if kind in ("Readonly properties", "Data descriptors"):
        return _titled(name, inspect.getdoc(value) or "")
    try:
        value = getattr(cls, name)
    except AttributeError:
        pass
    if kind == "Data and other attributes":
        return _data(name, value)
    return _routine(value, name, cls, home)


def _sections(cls):
    left = [entry for entry in _attributes(cls) if cls is object or entry[2] is not object]
    for home in _homes(cls):
        tag = "defined here" if home is cls else f"inherited from {_class_name(home, cls.__module__)}"
        for kind in KINDS:
            chosen = [entry for entry in left if entry[1] == kind and entry[2] is home]
            if chosen:
                yield f"{kind} {tag}:\n", [_attribute(cls, name, kind, value, home) for name, kind, _, value in chosen]


def _class(cls, name):
    mro = inspect.getmro(cls)
    title = f"class {cls.__name__}" if name == cls.__name__ else f"{name} = class {cls.__name__}"
    if cls.__bases__:
        title += f"({', '.join([_class_name(base, cls.__module__) for base in cls.__bases__])})"
    lines = []
    signature = _signature(cls)
    if signature and signature != "()":
        lines.append(name + signature + "\n")
    if isinstance(cls.__doc__, str):
        lines.append(inspect.cleandoc(cls.__doc__) + "\n")
    if len(mro) > 2:
        lines += ["Method resolution order:", *["    " + _class_name(base, cls.__module__) for base in mro], ""]
    children = sorted(
        [c.__name__ for c in type.__subclasses__(cls) if not c.__name__.startswith("_") and c.__module__ == "builtins"]
    )
    if children:
        lines += ["Built-in subclasses:", *["    " + child for child in children[:4]]]
        lines += [f"    ... and {len(children) - 4} other subclasses"] if len(children) > 4 else []
        lines.append("")
    for number, (heading, entries) in enumerate(_sections(cls)):
        lines += [RULE] if number else []
        lines += [heading, *entries]
    text = "\n".join(lines).rstrip()
    return f"{title}\n{_indented(text, ' |  ')}\n" if lines else title + "\n"


# Modules.


def _section(title, text):
    return f"{title}\n{_indented(text).rstrip()}\n\n"


def _module(module, name):
    doc = (inspect.getdoc(module) or "").strip()
    first, _, rest = doc.partition("\n")
    text = _section("NAME", f"{name} - {first}" if first else name)
    if rest.strip():
        text += _section("DESCRIPTION", rest.strip())
    chosen = getattr(module, "__all__", None)
    own = lambda value: chosen is not None or getattr(value, "__module__", None) == name or inspect.isbuiltin(value)
    members = [(key, value) for key, value in inspect.getmembers(module)
               if (key in chosen if chosen else _visible(key))]
    classes = [value for key, value in members if isinstance(value, type) and own(value)]
    functions = [(key, value) for key, value in members if inspect.isroutine(value) and own(value)]
    data = [(k, v) for k, v in members if not inspect.isroutine(v) and not isinstance(v, (type, types.ModuleType))]
    if classes:
        text += _section("CLASSES", "\n".join([_class(cls, cls.__name__) for cls in classes]))
    if functions:
        text += _section("FUNCTIONS", "\n".join([_routine(value, key) for key, value in functions]))
    if data := [(key, value) for key, value in data if not key.startswith("__")]:
        text += _section("DATA", "\n".join([_data(key, value).rstrip() for key, value in data]))
    file = getattr(module, "__file__", None)
    return text + _section("FILE", file or "(built-in)")


# The page.


def _described(thing):
    name = getattr(thing, "__name__", None)
    if isinstance(thing, types.ModuleType):
        if hasattr(thing, "__path__"):
            return f"package {name}"
        return f"{'module' if hasattr(thing, '__file__') else 'built-in module'} {name}"
    if inspect.isbuiltin(thing):
        return f"built-in function {name}"
    if inspect.isgetsetdescriptor(thing):
        return f"getset descriptor {thing.__objclass__.__module__}.{thing.__objclass__.__name__}.{name}"
    if inspect.ismemberdescriptor(thing):
        return f"member descriptor {thing.__objclass__.__module__}.{thing.__objclass__.__name__}.{name}"
    if isinstance(thing, type):
        return f"class {name}"
    if inspect.isfunction(thing):
        return f"function {name}"
    if inspect.ismethod(thing):
        return f"method {name}"
    return type(thing).__name__


def _shown_as_itself(thing):
    return (
        isinstance(thing, (type, types.ModuleType))
        or inspect.isroutine(thing)
        or inspect.isdatadescriptor(thing)
    )


def render(thing):
    """The page about an object."""
    description = _described(thing)
    name = getattr(thing, "__name__", None)
    module = inspect.getmodule(thing)
    if isinstance(name, str) and "." in name:
        description += f" in {name[:name.rfind('.')]}"
    elif module and module is not thing:
        description += f" in module {module.__name__}"
    if not _shown_as_itself(thing):
        thing = type(thing)
        description += " object"
        name = thing.__name__
    return f"Help on {description}:\n\n{_document(thing, name or '')}"


def _document(thing, name):
    if isinstance(thing, types.ModuleType):
        return _module(thing, name)
    if isinstance(thing, type):
        return _class(thing, name)
    if inspect.isroutine(thing):
        return _routine(thing, name)
    if isinstance(thing, property):
        name = thing.fget.__name__ if thing.fget else ""
    return _titled(name, inspect.getdoc(thing) or "")


def _located(path):
    """The object that a dotted name leads to, or None: modules first, then attributes."""
    import builtins

    parts = path.split(".")
    if hasattr(builtins, parts[0]):
        thing, rest = getattr(builtins, parts[0]), parts[1:]
    else:
        for count in range(len(parts), 0, -1):
            try:
                __import__(module := ".".join(parts[:count]))
                thing, rest = sys.modules[module], parts[count:]
                break
            except ImportError:
                continue
        else:
            return None
    for part in rest:
        if not hasattr(thing, part):
            return None
        thing = getattr(thing, part)
    return thing


def help(*request):
    """Prints help about an object, or about what a text names."""
    if not request:
        print("help(object) prints what there is to know about an object; help('name') about what has that name.")
        return
    (thing,) = request
    if isinstance(thing, str):
        path = thing.strip()
        if (thing := _located(path)) is None:
            print(f"No Python documentation found for {path!r}.\nUse help() to get the interactive help utility.")
            print("Use help(str) for help on the str class.\n")
            return
    sys.stdout.write(render(thing) + "\n")
