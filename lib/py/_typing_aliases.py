"""The part of typing that is about aliases: what brackets make."""
from typing import (Annotated, Generic, TypeVarTuple, Union, Unpack, _GenericAliasType, _NoneType, _SpecialForm,
                    _UnionType, _cached, _collect_type_parameters, _import, _is_dunder, _is_param_expr,
                    _is_unpacked_variable, _lazy, _plain_bases, _type_check, _type_convert, _type_repr, _unpack_args,
                    _with_type, _wrong_count)

__name__ = "typing"  # the module that the classes say they are from


def _noted(obj, name, value, refusals=Exception):
    """obj with an attribute, unless it has no room for that or refuses."""
    try:
        setattr(obj, name, value)
    except refusals:
        pass
    return obj


def _rebuilt(origin, args):
    """What __reduce__ answers for origin[args]."""
    from _operator import getitem
    return getitem, (origin, args)


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
        return _noted(self.__origin__(*args, **kwargs), "__orig_class__", self)

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
        args = self.__args__
        return _rebuilt(_lazy(self._name) if self._name else self.__origin__,
                        args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:  # of a class elsewhere: Generic comes with it
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic and (
                any(isinstance(base, type) and base in _plain_bases[1:] for base in bases) or
                any(isinstance(base, _BaseGenericAlias) and base is not self
                    for base in bases[bases.index(self) + 1:])):
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
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)

    def __reduce__(self):
        return self._name


def _in_brackets(args):
    """What is written in the brackets of Callable, of __args__: the parameters, often a list, and the result."""
    return args if len(args) == 2 and _is_param_expr(args[0]) else (list(args[:-1]), args[-1])


class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def __repr__(self):
        parameters, result = _in_brackets(self.__args__)
        shown = _type_repr(tuple(parameters) if isinstance(parameters, list) else parameters)
        return f"typing.Callable[{shown}, {_type_repr(result)}]"

    def __reduce__(self):
        return _rebuilt(_lazy("Callable"), _in_brackets(self.__args__))


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
        if len(args) == 2 and any(one is _NoneType for one in args):
            return f"typing.Optional[{_type_repr(args[args[0] is _NoneType])}]"
        return super().__repr__()

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, one) for one in self.__args__)

    def __reduce__(self):
        return _rebuilt(Union, self.__args__)


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
        *first, last = params
        if isinstance(last, (list, tuple)):
            return (*first, *last)
        return super().copy_with((*first, *(last.__args__ if isinstance(last, _ConcatenateGenericAlias) else (last,))))


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
            origin, metadata = origin.__origin__, (*origin.__metadata__, *metadata)
        self.__metadata__ = metadata
        super().__init__(origin, origin, name="Annotated")

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
        return _rebuilt(Annotated, (self.__origin__, *self.__metadata__))
