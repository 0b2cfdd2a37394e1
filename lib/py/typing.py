"""Type hints: what annotations are written with, and what reads them.

Names that are rarely needed are made when someone asks for them (__getattr__ at the end): aliases of classes elsewhere,
and what stands in _typing_protocol, _typing_records and _typing_hints.
"""
import sys
from _functools import _lru_cache_wrapper
from _typing import (Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar,
                     TypeVarTuple, _idfunc)

__all__ = [
    "AbstractSet", "Annotated", "Any", "AnyStr", "AsyncContextManager", "AsyncGenerator", "AsyncIterable",
    "AsyncIterator", "Awaitable", "BinaryIO", "ByteString", "Callable", "ChainMap", "ClassVar", "Collection",
    "Concatenate", "Container", "ContextManager", "Coroutine", "Counter", "DefaultDict", "Deque", "Dict", "Final",
    "ForwardRef", "FrozenSet", "Generator", "Generic", "Hashable", "IO", "ItemsView", "Iterable", "Iterator",
    "KeysView", "List", "Literal", "LiteralString", "Mapping", "MappingView", "Match", "MutableMapping",
    "MutableSequence", "MutableSet", "NamedTuple", "Never", "NewType", "NoDefault", "NoReturn", "NotRequired",
    "Optional", "OrderedDict", "ParamSpec", "ParamSpecArgs", "ParamSpecKwargs", "Pattern", "Protocol", "ReadOnly",
    "Required", "Reversible", "Self", "Sequence", "Set", "Sized", "SupportsAbs", "SupportsBytes", "SupportsComplex",
    "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound", "TYPE_CHECKING", "Text", "TextIO", "Tuple", "Type", "TypeAlias",
    "TypeAliasType", "TypeGuard", "TypeIs", "TypeVar", "TypeVarTuple", "TypedDict", "Union", "Unpack", "ValuesView",
    "assert_never", "assert_type", "cast", "clear_overloads", "dataclass_transform", "final", "get_args",
    "get_origin", "get_overloads", "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict",
    "no_type_check", "no_type_check_decorator", "overload", "override", "reveal_type", "runtime_checkable"]

TYPE_CHECKING = False
Text = str
_NoneType = type(None)
_GenericAliasType = type(list[int])  # types.GenericAlias
_UnionType = type(int | str)
_FunctionType = type(lambda: 0)
_plain_bases = [Generic]  # and Protocol, once that is there: bases that mean nothing as a type


def _is_dunder(name):
    return name[:2] == name[-2:] == "__"


def _import(module):
    __import__(module)
    return sys.modules[module]


def _lazy(name):
    """The value of a name of this module that may not have been made yet."""
    return globals().get(name) or __getattr__(name)


def _cached(function=None, /, *, typed=False):
    """Keep results for arguments that can be hashed."""
    if function is None:
        return lambda function: _cached(function, typed=typed)
    kept = _lru_cache_wrapper(function, 128, typed, None)

    def cached(*args, **kwargs):
        try:
            return kept(*args, **kwargs)
        except TypeError:  # not hashable, or an error that comes again
            pass
        return function(*args, **kwargs)

    cached.__name__, cached.__qualname__, cached.__wrapped__ = function.__name__, function.__qualname__, function
    return cached


# What may stand in brackets.

def _type_repr(obj):
    if isinstance(obj, tuple):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    return obj.__name__ if isinstance(obj, _FunctionType) else repr(obj)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return _NoneType
    return _forward(arg, module=module, is_class=allow_special_forms) if isinstance(arg, str) else arg


def _forward(*args, **kwargs):
    return _lazy("ForwardRef")(*args, **kwargs)


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """Return arg as a type: None becomes its type, a string a ForwardRef; what cannot be a type is a TypeError."""
    arg = _type_convert(arg, module, allow_special_forms=allow_special_forms)
    if isinstance(arg, type) and arg not in _plain_bases:
        return arg
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if origin in _plain_bases or (not allow_special_forms and (origin is ClassVar or
                                                                   is_argument and origin is Final)):
            raise TypeError(f"{arg} is not valid as type argument")
    elif isinstance(arg, _SpecialForm) or (isinstance(arg, type) and arg in _plain_bases):
        if not (isinstance(arg, _SpecialForm) and
                (arg._alone or allow_special_forms and (arg is ClassVar or arg is Final))):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    elif type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_callable_class(origin):
    module = sys.modules.get("_collections_abilities")
    return module is not None and origin is module.Callable


def _is_unpacked_variable(arg):
    return not isinstance(arg, type) and getattr(arg, "__typing_is_unpacked_typevartuple__", False)


def _is_variable(arg):
    return isinstance(arg, (TypeVar, ParamSpec)) or _is_unpacked_variable(arg)


def _unpack_args(args):
    """Put in place of each *tuple[...] of known length its items."""
    return [item for arg in args for item in _items_of(arg)]


def _items_of(arg):
    inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
    return (arg,) if inner is None or (inner and inner[-1] is ...) else inner


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """Return the type variables in args, each once, in the order of their first use."""
    found = []
    default_seen = after_tuple = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            inner = [one for part in arg for one in _collect_type_parameters([part])]
        elif hasattr(arg, "__typing_subst__"):
            inner = [arg]
            if enforce_default_ordering and arg not in found:
                if after_tuple and arg.has_default():
                    raise TypeError("Type parameter with a default follows TypeVarTuple")
                if arg.has_default():
                    default_seen = True
                elif default_seen:
                    raise TypeError(f"Type parameter {arg!r} without a default follows type parameter with a default")
        else:
            after_tuple = after_tuple or _is_unpacked_variable(arg)
            inner = getattr(arg, "__parameters__", ())
        for one in inner:
            if one not in found:
                found.append(one)
    return tuple(found)


def _wrong_count(alias, actual, expected):
    amount = "many" if actual > expected else "few"
    return f"Too {amount} arguments for {alias}; actual {actual}, expected "


def _check_specialization(cls, arguments):
    """TypeError unless arguments fit the parameters of a generic class."""
    parameters = cls.__parameters__
    actual, expected = len(arguments), len(parameters)
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    if actual == expected:
        return
    text = str(expected)
    if actual < expected:
        if parameters[actual].has_default():
            return
        expected -= sum(parameter.has_default() for parameter in parameters)
        text = f"at least {expected}"
    raise TypeError(_wrong_count(cls, actual, expected) + text)


# How type variables take what replaces them: called by their __typing_subst__ and __typing_prepare_subst__.

def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.")
    if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack) or \
            (isinstance(arg, _GenericAliasType) and arg.__unpacked__):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _paramspec_subst(self, arg):
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return tuple([_type_check(one, "Expected a type.") for one in arg]) if isinstance(arg, (list, tuple)) else arg


def _paramspec_prepare_subst(self, alias, args):
    at, args = alias.__parameters__.index(self), list(args)
    if at == len(args) and self.has_default():
        args.append(self.__default__)
    if at >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(alias.__parameters__) == 1 and not _is_param_expr(args[0]):
        args = [args]  # X[int, str] means X[[int, str]]
    if isinstance(args[at], list):
        args[at] = tuple(args[at])
    return tuple(args)


def _typevartuple_prepare_subst(self, alias, args):
    """Gather the items that fall to self into one tuple; *tuple[x, ...] among them stands for any number of x."""
    parameters = alias.__parameters__
    at = parameters.index(self)
    if any(isinstance(parameter, TypeVarTuple) for parameter in parameters[at + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    count, wanted = len(args), len(parameters)
    left, right = at, wanted - at - 1
    open_at = filler = None
    for index, arg in enumerate(args):
        inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner and len(inner) == 2 and inner[-1] is ...:
            if open_at is not None:
                raise TypeError("More than one unpacked arbitrary-length tuple argument")
            open_at, filler = index, inner[0]
    if open_at is not None:
        left, right = min(left, open_at), min(right, count - open_at - 1)
    elif left + right > count:
        raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {wanted - 1}")
    middle = args[left:count - right]
    if left == count - right and self.has_default():
        middle = tuple(_unpack_args([self.__default__]))
    return (*args[:left], *[filler] * (at - left), middle, *[filler] * (wanted - right - left - at - 1),
            *args[count - right:])


def _unpack_variable(variable):
    return Unpack[variable]


def _make_union(left, right):
    return Union[left, right]


# Forms: names that mean something to a type checker, most of them with brackets.

class _SpecialForm:
    __slots__ = ("_name", "__doc__", "_getitem", "_alone", "__weakref__")

    __iter__ = None

    def __init_subclass__(cls, /, *args, **kwargs):
        raise TypeError("Cannot subclass special typing classes")

    def __init__(self, getitem, *, name=None, doc=None, alone=False):
        self._getitem = getitem
        self._name = name or getitem.__name__
        self.__doc__ = doc or getitem.__doc__
        self._alone = alone  # it is a type as it stands

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)


def _form(function):
    return _SpecialForm(_cached(function), name=function.__name__, doc=function.__doc__)


LiteralString = _SpecialForm(None, name="LiteralString", doc="A string that is made of literals only.", alone=True)
Never = _SpecialForm(None, name="Never", doc="The type that has no value.", alone=True)
NoReturn = _SpecialForm(None, name="NoReturn", doc="The result of a function that does not return.", alone=True)
Self = _SpecialForm(None, name="Self", doc="The class that the method is called on.", alone=True)
TypeAlias = _SpecialForm(None, name="TypeAlias", doc="Marks an assignment that names a type.", alone=True)


def _one_type(form, parameters):
    return _GenericAlias(form, (_type_check(parameters, f"{form} accepts only single type."),))


def _one_type_of_name(form, parameters):
    message = f"{form} accepts only single type."
    return _GenericAlias(form, (_type_check(parameters, message, allow_special_forms=True),))


def _one_type_of_field(form, parameters):
    message = f"{form._name} accepts only a single type."
    return _GenericAlias(form, (_type_check(parameters, message, allow_special_forms=True),))


ClassVar = _SpecialForm(_cached(_one_type_of_name), name="ClassVar", doc="An attribute of the class.")
Final = _SpecialForm(_cached(_one_type_of_name), name="Final", doc="A name that is not assigned again.")
TypeGuard = _SpecialForm(_cached(_one_type), name="TypeGuard", doc="True says that the argument has this type.")
TypeIs = _SpecialForm(_cached(_one_type), name="TypeIs", doc="The result says whether the argument has this type.")
Required = _SpecialForm(_cached(_one_type_of_field), name="Required", doc="A key that a TypedDict must have.")
NotRequired = _SpecialForm(_cached(_one_type_of_field), name="NotRequired", doc="A key that may be missing.")
ReadOnly = _SpecialForm(_cached(_one_type_of_field), name="ReadOnly", doc="A key whose value is not replaced.")


def _distinct(parameters):
    """The items of parameters without repetition, in order."""
    try:
        return tuple(dict.fromkeys(parameters))
    except TypeError:  # not all can be hashed
        result = []
    for parameter in parameters:
        if parameter not in result:
            result.append(parameter)
    return tuple(result)


def _some(parameters, form):
    """What stands in brackets, as a tuple that is not empty."""
    if parameters == ():
        raise TypeError(f"Cannot take a {form} of no types.")
    return parameters if isinstance(parameters, tuple) else (parameters,)


@_form
def Union(self, parameters):
    """One of several types: Union[X, Y]."""
    flat = []
    for parameter in _some(parameters, "Union"):
        parameter = _type_check(parameter, "Union[arg, ...]: each arg must be a type.")
        if isinstance(parameter, (_UnionGenericAlias, _UnionType)):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    flat = _distinct(flat)
    if len(flat) == 1:
        return flat[0]
    return _UnionGenericAlias(self, flat, name="Optional" if len(flat) == 2 and _NoneType in flat else None)


@_form
def Optional(self, parameters):
    """X or None: Optional[X]."""
    return Union[_type_check(parameters, f"{self} requires a single type."), _NoneType]


def _with_type(parameters):
    return [(parameter, type(parameter)) for parameter in parameters]


def _literal(self, *parameters):
    flat = []
    for parameter in parameters:
        flat.extend(parameter.__args__ if isinstance(parameter, _LiteralGenericAlias) else [parameter])
    try:
        flat = [parameter for parameter, _ in dict.fromkeys(_with_type(flat))]
    except TypeError:  # not hashable
        pass
    return _LiteralGenericAlias(self, tuple(flat))


_literal = _cached(_literal, typed=True)
Literal = _SpecialForm(lambda self, parameters: _literal(self, *parameters) if isinstance(parameters, tuple)
                       else _literal(self, parameters), name="Literal", doc="One of these values.")


@_form
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec: Concatenate[int, P]."""
    *first, last = _some(parameters, "Concatenate")
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*[_type_check(one, message) for one in first], last))


@_form
def Unpack(self, parameters):
    """The items of a tuple type or of a TypeVarTuple, one by one: Unpack[Ts] is *Ts."""
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


def _annotated(self, *parameters):
    if len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if _is_unpacked_variable(parameters[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(parameters[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, parameters[1:])


_annotated = _cached(_annotated, typed=True)
Annotated = _SpecialForm(lambda self, parameters: _annotated(self, *parameters) if isinstance(parameters, tuple)
                         else _annotated(self, parameters), name="Annotated", doc="A type, and what else is known.")


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """A type that fits every other. A subclass fits every other too."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


# Aliases need the forms, and the forms make aliases when they are subscripted.
from _typing_aliases import (_AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias, _CallableType,
                             _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias, _SpecialGenericAlias,
                             _TupleType, _UnionGenericAlias, _UnpackGenericAlias, _in_brackets)


# What Generic does (its methods are in C and call these).

def _subscript_generic(parameters):
    unpacked = [Unpack[one] if isinstance(one, TypeVarTuple) else one for one in parameters]
    return _GenericAlias(Generic, tuple(unpacked))


@_cached
def _generic_class_getitem(cls, args):
    args = tuple(map(_type_convert, args if isinstance(args, tuple) else (args,)))
    if cls not in _plain_bases:
        for parameter in cls.__parameters__:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(cls, args)
        _check_specialization(cls, args)
        result = []
        for parameter, arg in zip(cls.__parameters__, args):
            if isinstance(parameter, TypeVarTuple):
                result.extend(arg)
            else:
                result.append(arg)
        return _GenericAlias(cls, tuple(result))
    if not args:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
    if not all(map(_is_variable, args)):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification "
                        "variables.")
    if len(set(args)) != len(args):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    return _GenericAlias(cls, args)


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    written = cls.__dict__.get("__orig_bases__")
    if written is None:
        if Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta":
            raise TypeError("Cannot inherit from plain Generic")
        cls.__parameters__ = ()
        return
    if Generic in written:
        raise TypeError("Cannot inherit from plain Generic")
    variables = _collect_type_parameters(written)
    listed = None
    for base in written:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if listed is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            listed = base.__parameters__
    if listed is not None:
        unlisted = [str(one) for one in variables if one not in listed]
        if unlisted:
            raise TypeError(f"Some type variables ({', '.join(unlisted)}) are not listed in "
                            f"Generic[{', '.join(map(str, listed))}]")
        variables = listed
    cls.__parameters__ = tuple(variables)


def cast(typ, val):
    """Return val; a type checker takes it for a typ."""
    return val


# Names that are made when someone asks.

_ABC = "collections.abc"
# name: module, class there, parameters in the brackets; more about it
_aliases = {
    "AbstractSet": (_ABC, "Set", 1), "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 2),
    "AsyncGenerator": (_ABC, "AsyncGenerator", 2), "AsyncIterable": (_ABC, "AsyncIterable", 1),
    "AsyncIterator": (_ABC, "AsyncIterator", 1), "Awaitable": (_ABC, "Awaitable", 1),
    "ByteString": (_ABC, "ByteString", 0), "Callable": (_ABC, "Callable", 2),
    "ChainMap": ("collections", "ChainMap", 2), "Collection": (_ABC, "Collection", 1),
    "Container": (_ABC, "Container", 1), "ContextManager": ("contextlib", "AbstractContextManager", 2),
    "Coroutine": (_ABC, "Coroutine", 3), "Counter": ("collections", "Counter", 1),
    "DefaultDict": ("collections", "defaultdict", 2), "Deque": ("collections", "deque", 1),
    "Dict": ("builtins", "dict", 2), "FrozenSet": ("builtins", "frozenset", 1), "Generator": (_ABC, "Generator", 3),
    "Hashable": (_ABC, "Hashable", 0), "ItemsView": (_ABC, "ItemsView", 2), "Iterable": (_ABC, "Iterable", 1),
    "Iterator": (_ABC, "Iterator", 1), "KeysView": (_ABC, "KeysView", 1), "List": ("builtins", "list", 1),
    "Mapping": (_ABC, "Mapping", 2), "MappingView": (_ABC, "MappingView", 1), "Match": ("re", "Match", 1),
    "MutableMapping": (_ABC, "MutableMapping", 2), "MutableSequence": (_ABC, "MutableSequence", 1),
    "MutableSet": (_ABC, "MutableSet", 1), "OrderedDict": ("collections", "OrderedDict", 2),
    "Pattern": ("re", "Pattern", 1), "Reversible": (_ABC, "Reversible", 1), "Sequence": (_ABC, "Sequence", 1),
    "Set": ("builtins", "set", 1), "Sized": (_ABC, "Sized", 0), "Tuple": ("builtins", "tuple", -1),
    "Type": ("builtins", "type", 1), "ValuesView": (_ABC, "ValuesView", 1)}
_alias_defaults = {"Generator": (_NoneType, _NoneType), "AsyncGenerator": (_NoneType,),
                   "ContextManager": (bool | None,), "AsyncContextManager": (bool | None,)}
_variables = {"AnyStr": ((bytes, str), {}), "T": ((), {}), "KT": ((), {}), "VT": ((), {}),
              "T_co": ((), {"covariant": True}), "V_co": ((), {"covariant": True}),
              "VT_co": ((), {"covariant": True}), "T_contra": ((), {"contravariant": True}),
              "CT_co": ((), {"covariant": True, "bound": type})}
_elsewhere = {
    "_typing_functions": ("NewType", "_overload_dummy", "_overloads", "assert_never", "assert_type",
                          "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin", "get_overloads",
                          "is_typeddict", "overload", "override", "reveal_type"),
    "_typing_protocol": ("Protocol", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
                         "SupportsIndex", "SupportsInt", "SupportsRound", "_ProtocolMeta", "get_protocol_members",
                         "is_protocol", "runtime_checkable"),
    "_typing_records": ("BinaryIO", "IO", "NamedTuple", "NamedTupleMeta", "TextIO", "TypedDict", "_NamedTuple",
                        "_TypedDict", "_TypedDictMeta"),
    "_typing_hints": ("ForwardRef", "_eval_type", "_strip_annotations", "get_type_hints", "no_type_check",
                      "no_type_check_decorator")}


def __getattr__(name):
    if name in _aliases:
        kind = _TupleType if name == "Tuple" else _CallableType if name == "Callable" else _SpecialGenericAlias
        value = kind(*_aliases[name], name=name, defaults=_alias_defaults.get(name, ()))
    elif name in _variables:
        constraints, variance = _variables[name]
        value = TypeVar(name, *constraints, **variance)
        value.__module__ = "typing"
    else:
        for module, names in _elsewhere.items():
            if name in names:
                value = getattr(_import(module), name)
                break
        else:
            raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *__all__})
