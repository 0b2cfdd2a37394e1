"""The part of typing that evaluates annotations: ForwardRef, get_type_hints."""
import sys
import typing
from typing import (_AnnotatedAlias, _GenericAlias, _GenericAliasType, _UnionType, _type_check, Annotated, Any,
                    ClassVar, Final, NotRequired, ReadOnly, Required, Union, Unpack)

__name__ = "typing"  # the module that the classes say they are from
_missing = object()


def _compiled(text):
    try:
        return compile(f"({text},)[0]" if text.startswith("*") else text, "<string>", "eval")
    except SyntaxError:
        raise SyntaxError(f"Forward reference must be an expression -- got {text!r}")


class ForwardRef:
    """A type that is written as a string and evaluated later."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                 "__forward_is_argument__", "__forward_is_class__", "__forward_module__", "__weakref__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_code__ = _compiled(arg)
        self.__forward_arg__, self.__forward_module__ = arg, module
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_evaluated__, self.__forward_value__ = False, None

    def _scopes(self, globalns, localns, variables):
        """The names that the text may use, global and local: what is not given stands for the other."""
        given = [names for names in (globalns, localns) if names is not None] or [{}]
        globalns, localns = given[0], given[-1]
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if not variables:
            return globalns, localns
        names = {variable.__name__: variable for variable in variables}
        if self.__forward_is_class__:  # names of the module come first
            names = {name: variable for name, variable in names.items() if name not in globalns}
        return {**globalns, **names}, {name: value for name, value in localns.items() if name not in names}

    def _evaluate(self, globalns, localns, type_params=_missing, *, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            scopes = self._scopes(globalns, localns, () if type_params is _missing else type_params)
            value = _type_check(eval(self.__forward_code__, *scopes), "Forward references must evaluate to types.",
                                is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(value, *scopes, type_params,
                                                recursive_guard={*recursive_guard, self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _eval_type(t, globalns, localns, type_params=_missing, *, recursive_guard=frozenset()):
    """Return t with all forward references in it evaluated."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, _GenericAliasType, _UnionType)):
        return t
    if isinstance(t, _GenericAliasType):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
        unpacked = t.__unpacked__
        t = t.__origin__[typing._in_brackets(args) if typing._is_callable_class(t.__origin__) else args]
        if unpacked:
            t = Unpack[t]
    evaluated = tuple(_eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard)
                      for arg in t.__args__)
    return t if evaluated == t.__args__ else _with_args(t, evaluated)


def _with_args(t, args):
    """The alias or union t with other arguments."""
    if isinstance(t, _GenericAliasType):
        alias = _GenericAliasType(t.__origin__, args)
        return next(iter(alias)) if t.__unpacked__ else alias
    if isinstance(t, _UnionType):
        result = args[0]
        for arg in args[1:]:
            result = result | arg
        return result
    return t.copy_with(args)


def _strip_annotations(t):
    """Return t without Annotated, Required, NotRequired and ReadOnly."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, _GenericAliasType, _UnionType)):
        stripped = tuple(map(_strip_annotations, t.__args__))
        return t if stripped == t.__args__ else _with_args(t, stripped)
    return t


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        scope = getattr(sys.modules.get(base.__module__, None), "__dict__", {}) if globalns is None else globalns
        inner = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            scope, inner = inner, scope  # as CPython always did: names of the module come first
        annotations = base.__dict__.get("__annotations__", {})
        if not isinstance(annotations, dict):
            annotations = {}
        for name, value in annotations.items():
            if value is None:
                value = type(None)
            elif isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(value, scope, inner, base.__type_params__)
    return hints


def _namespaces(obj, globalns, localns):
    if globalns is not None:
        return globalns, globalns if localns is None else localns
    if isinstance(obj, type(sys)):
        globalns = obj.__dict__
    else:
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        globalns = getattr(inner, "__globals__", {})
    return globalns, globalns if localns is None else localns


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return the annotations of a class, function, method or module, strings evaluated, as a dict."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        globalns, localns = _namespaces(obj, globalns, localns)
        hints = getattr(obj, "__annotations__", None)
        if hints is None:
            if callable(obj) or isinstance(obj, type(sys)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        hints = dict(hints)
        is_module = isinstance(obj, type(sys))
        type_params = getattr(obj, "__type_params__", ())
        for name, value in hints.items():
            if value is None:
                value = type(None)
            elif isinstance(value, str):
                value = ForwardRef(value, is_argument=not is_module, is_class=False)
            hints[name] = _eval_type(value, globalns, localns, type_params)
    return hints if include_extras else {name: _strip_annotations(value) for name, value in hints.items()}


def no_type_check(arg):
    """Mark a function, or a class and all its methods: annotations are not types."""
    if isinstance(arg, type):
        for value in list(arg.__dict__.values()):
            if getattr(value, "__qualname__", None) != f"{arg.__qualname__}.{getattr(value, '__name__', None)}" \
                    or getattr(value, "__module__", None) != arg.__module__:
                continue
            if isinstance(value, (classmethod, staticmethod)):
                value = value.__func__
            if isinstance(value, type):
                no_type_check(value)
            elif isinstance(value, type(no_type_check)):
                value.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:  # a built-in class
        pass
    return arg


def no_type_check_decorator(decorator):
    """Make what a decorator returns be marked with no_type_check."""
    import functools
    import warnings
    warnings.warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15",
                  DeprecationWarning, stacklevel=2)

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))

    return wrapped_decorator
