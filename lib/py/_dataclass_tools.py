"""The part of dataclasses that is about instances as dicts and tuples, and about classes made by calls."""
import sys
from dataclasses import _FIELDS, _is_dataclass_instance, dataclass, fields

__name__ = "dataclasses"  # the module that the functions say they are from

_atomic = frozenset((type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented),
                     type(fields.__code__), type(len), type(fields), type, range, property))


def asdict(obj, *, dict_factory=dict):
    """Return the fields as a dict; so are the fields of dataclasses, lists, tuples and dicts inside."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _copied(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """Return the values of the fields as a tuple; so are those of dataclasses, lists, tuples and dicts inside."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _copied(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _copied(obj, make):
    """A deep copy in which make(names and values) stands for each dataclass."""
    kind = type(obj)
    if kind in _atomic:
        return obj
    if hasattr(kind, _FIELDS):
        return make([(one.name, _copied(getattr(obj, one.name), make)) for one in fields(obj)])
    if kind is list:
        return [_copied(item, make) for item in obj]
    if kind is dict:
        return {_copied(key, make): _copied(value, make) for key, value in obj.items()}
    if issubclass(kind, tuple):
        items = [_copied(item, make) for item in obj]
        return kind(*items) if hasattr(kind, "_fields") else kind(items)
    if issubclass(kind, list):
        return kind([_copied(item, make) for item in obj])
    if issubclass(kind, dict):
        pairs = [(_copied(key, make), _copied(value, make)) for key, value in obj.items()]
        if not hasattr(kind, "default_factory"):
            return kind(pairs)
        result = kind(obj.default_factory)
        for key, value in pairs:
            result[key] = value
        return result
    import copy
    return copy.deepcopy(obj)


def _read_fields(fields):
    """The types and the defaults of fields, by name, of what make_dataclass() is given."""
    from keyword import iskeyword
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            item = item, "typing.Any"
        if len(item) not in (2, 3):
            raise TypeError(f"Invalid field: {item!r}")
        name = item[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = item[1]
        if len(item) == 3:
            defaults[name] = item[2]
    return annotations, defaults


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Make a dataclass of names, (name, type) or (name, type, Field)."""
    import types
    annotations, defaults = _read_fields(fields)

    def fill(body):
        body.update(namespace or {})
        body.update(defaults)
        body["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    cls.__module__ = module if module is not None else sys._getframe(1).f_globals.get("__name__", "__main__")
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
