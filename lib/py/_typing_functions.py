"""The part of typing that programs call: casts and assertions, what aliases consist of, marks of functions, NewType."""
import sys
from _typing_aliases import _AnnotatedAlias, _BaseGenericAlias, _GenericAlias, _in_brackets, _noted
from typing import (Annotated, Generic, ParamSpecArgs, ParamSpecKwargs, Union, _GenericAliasType, _UnionType, _idfunc,
                    _is_callable_class)

__name__ = "typing"  # the module that the functions say they are from


def assert_type(val, typ, /):
    """Return val; a type checker makes sure that it is a typ."""
    return val


def assert_never(arg, /):
    """Say that this cannot be reached."""
    shown = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {shown:.100}{'...' if len(shown) > 100 else ''}")


def reveal_type(obj, /):
    """Print the type of obj; return obj."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def get_origin(tp):
    """Return what stands in front of the brackets; None for what is not an alias."""
    if tp is Generic or isinstance(tp, _UnionType):
        return Generic if tp is Generic else _UnionType
    if isinstance(tp, (_BaseGenericAlias, _GenericAliasType, ParamSpecArgs, ParamSpecKwargs)):
        return Annotated if isinstance(tp, _AnnotatedAlias) else tp.__origin__
    return None


def get_args(tp):
    """Return what stands in the brackets, as a tuple; the parameters of a Callable are a list."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, _GenericAliasType)):
        return _in_brackets(tp.__args__) if _is_callable_class(tp.__origin__) else tp.__args__
    return tp.__args__ if isinstance(tp, _UnionType) else ()


def is_typeddict(tp):
    """Tell whether tp is a TypedDict."""
    return type(tp).__name__ == "_TypedDictMeta" and type(tp).__module__ == "typing"


_overloads = {}


def _overload_dummy(*args, **kwds):
    """What @overload puts in the place of a function."""
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    """Mark one of the signatures of a function that follows."""
    inner = getattr(func, "__func__", func)
    try:
        _overloads.setdefault((inner.__module__, inner.__qualname__), {})[inner.__code__.co_firstlineno] = func
    except AttributeError:  # not a plain function
        pass
    return _overload_dummy


def get_overloads(func):
    """Return the overloads of func in the order of their lines."""
    inner = getattr(func, "__func__", func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def _marker(name, doc):
    """A decorator that sets an attribute to True where there is room for one."""
    def mark(f):
        return _noted(f, name, True, (AttributeError, TypeError))

    mark.__doc__ = doc
    return mark


final = _marker("__final__", "Mark a method that is not overridden, or a class that has no subclass.")
override = _marker("__override__", "Mark a method that overrides one of a base class.")
for _function, _name in ((final, "final"), (override, "override")):
    _function.__name__ = _function.__qualname__ = _name
del _function, _name


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Mark a decorator, a metaclass or a base class that makes classes like dataclasses."""
    facts = locals()

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = dict(facts)
        return cls_or_fn

    return decorator


class NewType:
    """A type that only a type checker tells from another: UserId = NewType("UserId", int)."""

    __call__ = _idfunc

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get("__name__")
        if module != "typing":
            self.__module__ = module

    def __mro_entries__(self, bases):
        own_name = self.__name__

        def refuse(cls):
            raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                            f"`{cls.__name__} = NewType({cls.__name__!r}, {own_name})`")

        return (type(own_name, (), {"__init_subclass__": refuse}),)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
