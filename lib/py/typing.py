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
    result = []
    for arg in args:
        inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is not None and not (inner and inner[-1] is ...):
            result.extend(inner)
        else:
            result.append(arg)
    return result


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
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(one, "Expected a type.") for one in arg)
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    parameters = alias.__parameters__
    at = parameters.index(self)
    if at == len(args) and self.has_default():
        args = (*args, self.__default__)
    if at >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(parameters) == 1 and not _is_param_expr(args[0]):
        return (args,)  # X[int, str] means X[[int, str]]
    if isinstance(args[at], list):
        return (*args[:at], tuple(args[at]), *args[at + 1:])
    return args


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
    """The items of parameters without repetition, in order; they need not be hashable."""
    result = []
    for parameter in parameters:
        if parameter not in result:
            result.append(parameter)
    return tuple(result)


@_form
def Union(self, parameters):
    """One of several types: Union[X, Y]."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
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
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*(_type_check(one, message) for one in parameters[:-1]), parameters[-1]))


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


# Aliases: what brackets make.

class _BaseGenericAlias:
    _own = ("_name", "_inst", "_nparams", "_defaults", "_where")

    def __init_subclass__(cls, /, *args, **kwargs):
        if cls.__module__ != "typing":
            raise TypeError("Cannot subclass special typing classes")

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:  # it has no room for that, or refuses
            pass
        return result

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias) or _brings_generic(base, bases):
                return tuple(entries)
        return (*entries, Generic)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if not _is_dunder(name) and name not in _BaseGenericAlias._own:
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in _BaseGenericAlias._own:
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __dir__(self):
        return list(set(super().__dir__() + [name for name in dir(self.__origin__) if not _is_dunder(name)]))


def _brings_generic(base, bases):
    if isinstance(base, type):
        return issubclass(base, Generic)
    entries = getattr(base, "__mro_entries__", None)
    entries = entries and entries(bases)
    return isinstance(entries, tuple) and any(isinstance(one, type) and issubclass(one, Generic) for one in entries)


class _GenericAlias(_BaseGenericAlias):
    """A generic class or a form, with what stands in its brackets."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=origin in _plain_bases)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_cached
    def __getitem__(self, args):
        if self.__origin__ in _plain_bases:
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        args = tuple(_unpack_args(map(_type_convert, args)))
        parameters = self.__parameters__
        for parameter in parameters:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(parameters):
            raise TypeError(_wrong_count(self, len(args), len(parameters)) + str(len(parameters)))
        return self.copy_with(tuple(self._replace_in(self.__args__, dict(zip(parameters, args)))))

    def _replace_in(self, args, replacement):
        result = []
        for arg in args:
            new = self._replace_one(arg, replacement)
            if (isinstance(self, _CallableGenericAlias) and isinstance(new, tuple)) or _is_unpacked_variable(arg):
                result.extend(new)
            elif isinstance(arg, tuple):  # the parameters that a ParamSpec became
                result.append(tuple(self._replace_in(arg, replacement)))
            else:
                result.append(new)
        return result

    def _replace_one(self, arg, replacement):
        if isinstance(arg, type):
            return arg
        substitute = getattr(arg, "__typing_subst__", None)
        if substitute is not None:
            return substitute(replacement[arg])
        parameters = getattr(arg, "__parameters__", ())
        if not parameters:
            return arg
        inner = []
        for parameter in parameters:
            if isinstance(parameter, TypeVarTuple):
                inner.extend(replacement[parameter])
            else:
                inner.append(replacement[parameter])
        return arg[tuple(inner)]

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        origin = globals()[self._name] if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        import operator
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:  # of a class elsewhere: Generic comes with it
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if any(base in _plain_bases[1:] for base in bases if isinstance(base, type)):
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias):
    """Another name of a class elsewhere, before its brackets: typing.List. The class is imported when it is needed."""

    __iter__ = None

    def __init__(self, module, origin, nparams, *, name, defaults=()):
        self._inst = module != "builtins"
        self._name = name
        self._nparams = nparams
        self._defaults = defaults
        self._where = module, origin
        self.__doc__ = f"Takes the type arguments of {module + '.' if self._inst else ''}{origin}."

    def __getattr__(self, name):
        if name != "__origin__":
            return super().__getattr__(name)
        module, origin = self._where
        self.__origin__ = origin = getattr(_import(module), origin)
        return origin

    @_cached
    def __getitem__(self, params):
        if not self._nparams:
            raise TypeError(f"{self} is not a generic class")
        params = params if isinstance(params, tuple) else (params,)
        params = tuple(_type_check(one, "Parameters to generic types must be types.") for one in params)
        missing = self._nparams - len(params)
        if 0 < missing <= len(self._defaults):
            params += self._defaults[-missing:]
        elif missing:
            least = f"at least {self._nparams - len(self._defaults)}" if self._defaults else str(self._nparams)
            raise TypeError(_wrong_count(self, len(params), self._nparams) + least)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        import operator
        return operator.getitem, (_lazy("Callable"), args)


class _CallableType(_SpecialGenericAlias):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._of(tuple(args) if isinstance(args, list) else args, result)

    @_cached
    def _of(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        args = args if isinstance(args, tuple) else (args,)
        return self.copy_with((*map(_type_convert, args), result))


class _TupleType(_SpecialGenericAlias):
    @_cached
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            return self.copy_with((*(_type_check(one, message) for one in params[:-1]), ...))
        return self.copy_with(tuple(_type_check(one, "Tuple[t0, t1, ...]: each t must be a type.") for one in params))


class _UnionGenericAlias(_GenericAlias):
    __iter__ = None

    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:  # not hashable
            return len(self.__args__) == len(other.__args__) and all(one in other.__args__ for one in self.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            return f"typing.Optional[{_type_repr(args[args[0] is _NoneType])}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return any(isinstance(obj, one) for one in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, one) for one in self.__args__)

    def __reduce__(self):
        import operator
        return operator.getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    __iter__ = None

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_with_type(self.__args__)) == set(_with_type(other.__args__))

    def __hash__(self):
        return hash(frozenset(_with_type(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias):
    __iter__ = None

    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias):
    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, _GenericAliasType)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias):
    """A type with metadata: acts as the type, and keeps the metadata."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return self.__class__(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        return "Annotated" if name in ("__name__", "__qualname__") else super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __reduce__(self):
        import operator
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))


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


# Functions.

def cast(typ, val):
    """Return val; a type checker takes it for a typ."""
    return val


def assert_type(val, typ, /):
    """Return val; a type checker makes sure that it is a typ."""
    return val


def assert_never(arg, /):
    """Say that this cannot be reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """Print the type of obj; return obj."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def get_origin(tp):
    """Return what stands in front of the brackets; None for what is not an alias."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, _GenericAliasType, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _UnionType if isinstance(tp, _UnionType) else None


def get_args(tp):
    """Return what stands in the brackets, as a tuple; the parameters of a Callable are a list."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, _GenericAliasType)):
        args = tp.__args__
        if _is_callable_class(tp.__origin__) and not (len(args) == 2 and _is_param_expr(args[0])):
            return list(args[:-1]), args[-1]
        return args
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
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f

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
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
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
        superclass_name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {superclass_name})`")

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


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
    "_typing_protocol": ("Protocol", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
                         "SupportsIndex", "SupportsInt", "SupportsRound", "_ProtocolMeta", "get_protocol_members",
                         "is_protocol", "runtime_checkable"),
    "_typing_records": ("BinaryIO", "IO", "NamedTuple", "NamedTupleMeta", "TextIO", "TypedDict", "_NamedTuple",
                        "_TypedDict", "_TypedDictMeta"),
    "_typing_hints": ("ForwardRef", "_eval_type", "_strip_annotations", "get_type_hints", "no_type_check",
                      "no_type_check_decorator")}


def _import(module):
    __import__(module)
    return sys.modules[module]


def _lazy(name):
    """The value of a name of this module that may not have been made yet."""
    return globals().get(name) or __getattr__(name)


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
