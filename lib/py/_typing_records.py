"""The part of typing that makes classes of annotations: NamedTuple and TypedDict; and the classes of files."""
import sys
import typing
from abc import abstractmethod
from typing import (Generic, NotRequired, ReadOnly, Required, Union, _AnnotatedAlias, _GenericAlias, _plain_bases,
                    _type_check)

__name__ = "typing"  # the module that the classes say they are from
_missing = object()


def _caller():
    return sys._getframe(2).f_globals.get("__name__", "__main__")


# NamedTuple

_kept_names = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                         "_field_types", "_make", "_replace", "_asdict", "_source"))
_taken_over = frozenset(("__module__", "__name__", "__annotations__"))


def _make_nmtuple(name, types, module, defaults=()):
    from collections import namedtuple
    types = {field: _type_check(typ, f"field {field} annotation must be a type") for field, typ in types}
    result = namedtuple(name, list(types), defaults=defaults, module=module)
    result.__annotations__ = result.__new__.__annotations__ = types
    return result


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        types = ns.get("__annotations__", {})
        result = _make_nmtuple(typename, types.items(), defaults=[ns[field] for field in _defaulted(types, ns)],
                               module=ns["__module__"])
        result.__bases__ = bases
        if Generic in bases:
            result.__class_getitem__ = classmethod(typing._generic_class_getitem)
        for name, value in ns.items():
            if name in _kept_names:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + name)
            if name not in _taken_over:
                _take_over(result, name, value, typename)
        if Generic in bases:
            result.__init_subclass__()
        return result


def _defaulted(types, ns):
    """The fields with a default, which stand behind the others."""
    found = []
    for field in types:
        if field in ns:
            found.append(field)
        elif found:
            plural = "s" if len(found) > 1 else ""
            raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{plural} "
                            f"{', '.join(found)}")
    return found


def _take_over(cls, name, value, typename):
    """Give a new named tuple something of the body of its class, and tell that thing so."""
    if name not in cls._fields:
        setattr(cls, name, value)
    set_name = getattr(type(value), "__set_name__", None)
    if set_name is not None:
        try:
            set_name(value, cls, name)
        except BaseException as error:
            error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {name!r} in {typename!r}")
            raise


def _warn_about_fields(kind, typename, what, fields):
    import warnings
    example = f'`{typename} = {kind}({typename!r}, {"[]" if kind == "NamedTuple" else "{{}}"})`'.replace("{{}}", "{}")
    noun = "`fields`" if kind == "NamedTuple" else "`fields`"
    if what == "none":
        message = f"Failing to pass a value for the 'fields' parameter is deprecated"
    else:
        message = f"Passing `None` as the 'fields' parameter is deprecated"
    message += (" and will be disallowed in Python 3.15. To create a " + kind + " class with 0 fields using the "
                f"functional syntax, pass an empty {'list' if kind == 'NamedTuple' else 'dictionary'}, e.g. {example}.")
    warnings.warn(message, DeprecationWarning, stacklevel=3)


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """A tuple with named, typed fields: as a base class, or called with a name and a list of (name, type)."""
    if fields is _missing:
        if kwargs:
            import warnings
            warnings.warn("Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in "
                          "Python 3.15. Use the class-based or functional syntax instead.", DeprecationWarning,
                          stacklevel=2)
            fields = kwargs.items()
        else:
            _warn_about_fields("NamedTuple", typename, "none", fields)
            fields = ()
    elif fields is None:
        if kwargs:
            raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword "
                            "arguments")
        _warn_about_fields("NamedTuple", typename, "None", fields)
        fields = ()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    result = _make_nmtuple(typename, fields, module=_caller())
    result.__orig_bases__ = (NamedTuple,)
    return result


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    assert NamedTuple in bases
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


# TypedDict

def _qualifiers(annotation):
    """Yield Required, NotRequired and ReadOnly around an annotation."""
    while isinstance(annotation, _GenericAlias):
        origin = annotation.__origin__
        if isinstance(annotation, _AnnotatedAlias):
            annotation = origin
        elif origin in (Required, NotRequired, ReadOnly):
            yield origin
            annotation, = annotation.__args__
        else:
            return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        result = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(result, "__orig_bases__"):
            result.__orig_bases__ = bases
        own = ns.get("__annotations__", {})
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(typ, message, module=result.__module__, allow_special_forms=True)
               for key, typ in own.items()}
        annotations, needed, read_only, mutable = {}, {}, set(), set()
        for base in bases:
            known = base.__dict__.get
            annotations.update(known("__annotations__", {}))
            needed.update(dict.fromkeys(known("__required_keys__", ()), True))
            needed.update(dict.fromkeys(known("__optional_keys__", ()), False))
            read_only.update(known("__readonly_keys__", ()))
            mutable.update(known("__mutable_keys__", ()))
        annotations.update(own)
        for key, typ in own.items():
            qualifiers = set(_qualifiers(typ))
            needed[key] = Required in qualifiers or (total and NotRequired not in qualifiers)
            if ReadOnly not in qualifiers:
                mutable.add(key)
                read_only.discard(key)
            elif key in mutable:
                raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
            else:
                read_only.add(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(key for key in needed if needed[key])
        result.__optional_keys__ = frozenset(key for key in needed if not needed[key])
        result.__readonly_keys__ = frozenset(read_only)
        result.__mutable_keys__ = frozenset(mutable)
        result.__total__ = total
        return result

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_missing, /, *, total=True):
    """A dict with typed keys: as a base class, or called with a name and a dict of types."""
    if fields is _missing or fields is None:
        _warn_about_fields("TypedDict", typename, "none" if fields is _missing else "None", fields)
        fields = {}
    result = _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": _caller()}, total=total)
    result.__orig_bases__ = (TypedDict,)
    return result


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


# Files

class IO(Generic[typing.AnyStr]):
    """What open() returns, whatever it is that is read and written."""

    __slots__ = ()


def _abstract(name, kind=abstractmethod):
    def method(self, *args, **kwargs):
        pass

    method.__name__, method.__qualname__ = name, "IO." + name
    return kind(method)


for _name in ("close", "fileno", "flush", "isatty", "read", "readable", "readline", "readlines", "seek", "seekable",
              "tell", "truncate", "writable", "write", "writelines", "__enter__", "__exit__"):
    setattr(IO, _name, _abstract(_name))
for _name in ("mode", "name", "closed"):
    setattr(IO, _name, property(_abstract(_name)))


class BinaryIO(IO[bytes]):
    """What open() returns in binary mode."""

    __slots__ = ()

    @abstractmethod
    def __enter__(self) -> "BinaryIO":
        pass


class TextIO(IO[str]):
    """What open() returns in text mode."""

    __slots__ = ()

    @abstractmethod
    def __enter__(self) -> "TextIO":
        pass


for _name in ("buffer", "encoding", "errors", "line_buffering", "newlines"):
    setattr(TextIO, _name, property(_abstract(_name)))
del _name
