"""The part of inspect about classes as trees and tables, and about the arguments of frames and calls."""
import types
from inspect import (CO_VARARGS, CO_VARKEYWORDS, _object, _Record, getfullargspec, iscode, iscoroutinefunction,
                     isfunction, ismethod, isroutine)

__name__ = "inspect"  # the module that the classes say they are from


class Attribute(_Record):
    __slots__ = ()
    _fields = ("name", "kind", "defining_class", "object")


class Arguments(_Record):
    __slots__ = ()
    _fields = ("args", "varargs", "varkw")


class ArgInfo(_Record):
    __slots__ = ()
    _fields = ("args", "varargs", "keywords", "locals")


def _kind_of(found, plain):
    """What sort of attribute it is: as it stands in its class, and as it is got from there."""
    if isinstance(found, (staticmethod, types.BuiltinMethodType)):
        return "static method"
    if isinstance(found, (classmethod, types.ClassMethodDescriptorType)):
        return "class method"
    if isinstance(found, property):
        return "property"
    return "method" if isroutine(plain) else "data"


def classify_class_attrs(cls):
    """An Attribute for each name that dir() of the class tells."""
    mro = cls.__mro__
    classes = [c for c in type(cls).__mro__ if c not in (type, _object)]
    names = dir(cls)
    for base in mro:
        for name, value in vars(base).items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result = []
    for name in sorted(dict.fromkeys(names)):
        home = next((c for c in (*mro, *classes) if name in vars(c)), None)
        if home is None and name != "__class__":
            continue
        found = vars(home)[name] if home is not None else getattr(cls, name)
        plain = found
        if name != "__dict__" and not isinstance(found, (property, staticmethod, classmethod)):
            try:
                plain = getattr(cls, name)
            except Exception:
                pass
        kind = _kind_of(found, plain)
        shown = plain if kind in ("method", "data") and plain is not None else found
        result.append(Attribute(name, kind, home, shown))
    return result


def walktree(classes, children, parent):
    """The classes with their bases, each followed by the list of what derives from it."""
    result = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        result.append((c, c.__bases__))
        if c in children:
            result.append(walktree(children[c], children, c))
    return result


def getclasstree(classes, unique=False):
    """Order classes as a list of (class, bases) and, behind each, the list of its descendants."""
    children, roots = {}, []
    for c in classes:
        if not c.__bases__:
            if c not in roots:
                roots.append(c)
            continue
        for parent in c.__bases__:
            below = children.setdefault(parent, [])
            if c not in below:
                below.append(c)
            if unique and parent in classes:
                break
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def getargs(co):
    """The names of a code object's parameters, as Arguments."""
    if not iscode(co):
        raise TypeError("{!r} is not a code object".format(co))
    names = co.co_varnames
    place = co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[place]
        place += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[place]
    return Arguments(list(names[:co.co_argcount]) + list(names[co.co_argcount:co.co_argcount + co.co_kwonlyargcount]),
                     varargs, varkw)


def getargvalues(frame):
    """The parameters of a frame's function and its variables, as ArgInfo."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """The four parts of ArgInfo as text, in parentheses."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


def _listed(names):
    """'a', 'b' and 'c'"""
    if len(names) == 1:
        return names[0]
    return ", ".join(names[:-1]) + " and " + names[-1]


def _raise_missing(name, missing, kind):
    shown = [repr(word) for word in missing]
    raise TypeError("%s() missing %d required %s argument%s: %s"
                    % (name, len(missing), kind, "" if len(missing) == 1 else "s", _listed(shown)))


def _raise_too_many(name, spec, given, values):
    least = len(spec.args) - len(spec.defaults or ())
    most = len(spec.args)
    by_name = len([word for word in spec.kwonlyargs if word in values])
    if spec.varargs:
        plural, expected = least != 1, "at least %d" % least
    elif spec.defaults:
        plural, expected = True, "from %d to %d" % (least, most)
    else:
        plural, expected = most != 1, str(most)
    extra = ""
    if by_name:
        extra = " positional argument%s (and %d keyword-only argument%s)" % (
            "s" if given != 1 else "", by_name, "s" if by_name != 1 else "")
    raise TypeError("%s() takes %s positional argument%s but %d%s %s given" % (
        name, expected, "s" if plural else "", given, extra, "was" if given == 1 and not by_name else "were"))


def getcallargs(func, /, *positional, **named):
    """Which parameter would get which argument, if func were called with these."""
    spec = getfullargspec(func)
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = spec
    name = func.__name__
    values = {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    count = min(len(positional), len(args))
    for place in range(count):
        values[args[place]] = positional[place]
    if varargs:
        values[varargs] = tuple(positional[count:])
    known = set(args + kwonlyargs)
    if varkw:
        values[varkw] = {}
    for word, value in named.items():
        if word not in known:
            if not varkw:
                raise TypeError("%s() got an unexpected keyword argument %r" % (name, word))
            values[varkw][word] = value
            continue
        if word in values:
            raise TypeError("%s() got multiple values for argument %r" % (name, word))
        values[word] = value
    if len(positional) > len(args) and not varargs:
        _raise_too_many(name, spec, len(positional), values)
    if len(positional) < len(args):
        first = len(args) - len(defaults or ())
        missing = [word for word in args[:first] if word not in values]
        if missing:
            _raise_missing(name, missing, "positional")
        for place, word in enumerate(args[first:]):
            values.setdefault(word, defaults[place])
    missing = []
    for word in kwonlyargs:
        if word not in values:
            if kwonlydefaults and word in kwonlydefaults:
                values[word] = kwonlydefaults[word]
            else:
                missing.append(word)
    if missing:
        _raise_missing(name, missing, "keyword-only")
    return values
