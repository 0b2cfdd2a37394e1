"""The part of typing that is about protocols: classes that say what others must have."""
import sys
import typing
from _abc import ABCMeta, _is_checking
from abc import abstractmethod
from typing import Generic, TypeVar, _plain_bases

__name__ = "typing"  # the module that the classes say they are from

# What stands in a class without being a member of the protocol.
_not_members = frozenset((
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__",
    "__non_callable_proto_members__", "__type_params__", "__abstractmethods__", "__annotations__", "__dict__",
    "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "__match_args__", "__static_attributes__", "__firstlineno__"))

# Classes of other modules that a protocol may inherit from.
_allowed_bases = {
    "collections.abc": ("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable",
                        "Sized", "Container", "Collection", "Reversible", "Buffer"),
    "contextlib": ("AbstractContextManager", "AbstractAsyncContextManager")}

_unchecked = "Instance and class checks can only be used with @runtime_checkable protocols"


def _members_of(cls):
    names = (name for base in cls.__mro__[:-1] if base.__name__ not in ("Protocol", "Generic")
             for name in (*base.__dict__, *getattr(base, "__annotations__", {})))
    return {name for name in names if not name.startswith("_abc_") and name not in _not_members}


def _is_asked_by_library():
    """Checks of other classes and functools ask about all there are: they are not told off."""
    return _is_checking() or sys._getframe(2).f_globals.get("__name__") == "functools"


def _check_class(cls):
    if not isinstance(cls, type):
        raise TypeError("issubclass() arg 1 must be a class")


def _complaint(protocol):
    """Why issubclass() cannot be asked about a protocol, or None."""
    if not getattr(protocol, "_is_runtime_protocol", False):
        return _unchecked
    values = protocol.__non_callable_proto_members__
    if values and protocol.__dict__.get("__subclasshook__") is _hook:
        return ("Protocols with non-method members don't support issubclass(). "
                f"Non-method members: {str(sorted(values))[1:-1]}.")
    return None


class _static:
    """Looks attributes up without running code of the object."""

    missing = object()

    @staticmethod
    def in_mro(cls, name):
        for base in type.__dict__["__mro__"].__get__(cls):
            if name in base.__dict__:
                return base.__dict__[name]
        return _static.missing

    @staticmethod
    def find(obj, name):
        if isinstance(obj, type):
            value = _static.in_mro(obj, name)
            return _static.in_mro(type(obj), name) if value is _static.missing else value
        value = _static.in_mro(type(obj), name)
        if value is not _static.missing and hasattr(type(value), "__set__") and hasattr(type(value), "__get__"):
            return value
        try:
            attributes = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            return value
        return dict.get(attributes, name, value) if isinstance(attributes, dict) else value


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if not (name == "Protocol" and bases == (Generic,)) and (Protocol in bases or Generic in bases):
            for base in bases:
                if Protocol in bases and not _may_be_base(base):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _members_of(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _is_asked_by_library():
            complaint = _complaint(cls)
            if complaint is not None:
                _check_class(other)
                raise TypeError(complaint)
        return ABCMeta.__subclasscheck__(cls, other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not _is_asked_by_library():
            raise TypeError(_unchecked)
        return ABCMeta.__instancecheck__(cls, instance) or \
            all([_bears(instance, name, cls) for name in cls.__protocol_attrs__])


def _bears(instance, name, protocol):
    """Whether an object has a member of a protocol; a method that is None is none."""
    value = _static.find(instance, name)
    return value is not _static.missing and (value is not None or name in protocol.__non_callable_proto_members__)


def _may_be_base(base):
    return base is object or base is Generic or base.__name__ in _allowed_bases.get(base.__module__, ()) or \
        (issubclass(base, Generic) and getattr(base, "_is_protocol", False))


def _has_member(other, name):
    """Whether a class has name, or is a protocol that demands it; None: it says that it has not."""
    for base in other.__mro__:
        if name in base.__dict__:
            return None if base.__dict__[name] is None else True
        annotations = getattr(base, "__annotations__", {})
        if isinstance(annotations, dict) and name in annotations and issubclass(other, Generic) \
                and getattr(other, "_is_protocol", False):
            return True
    return False


@classmethod
def _hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    return all(_has_member(other, name) for name in cls.__protocol_attrs__) or NotImplemented


def _no_init(self, *args, **kwargs):
    """__init__ of a protocol: refuses; in a class that implements it, the next __init__ along the MRO runs instead."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is _no_init:
        inits = (base.__dict__.get("__init__", _no_init) for base in cls.__mro__)
        cls.__init__ = next(init for init in inits if init is not _no_init)
        cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols: a class fits when it has what the protocol has."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = cls.__dict__
        cls._is_protocol = own.get("_is_protocol", False) or Protocol in cls.__bases__
        if "__subclasshook__" not in own:
            cls.__subclasshook__ = _hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


_plain_bases.append(Protocol)


def runtime_checkable(cls):
    """Let isinstance() and issubclass() be used with a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__ if not _is_method(cls, name)}
    return cls


def _is_method(protocol, name):
    try:
        return callable(getattr(protocol, name, None))
    except Exception as error:
        raise TypeError(f"Failed to determine whether protocol member {name!r} is a method member") from error


def is_protocol(tp, /):
    """Tell whether tp is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol \
        and tp is not getattr(typing, "Protocol", None)


def get_protocol_members(tp, /):
    """Return the names that a protocol demands."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


_T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class SupportsInt(Protocol):
    """Has __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """Has __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """Has __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """Has __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """Has __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[_T_co]):
    """Has __abs__."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> _T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[_T_co]):
    """Has __round__."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> _T_co:
        pass
