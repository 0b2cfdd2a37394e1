"""What collections.abc.Callable[[int], str] is."""
from _collections_abilities import Callable, GenericAlias

__name__ = "collections.abc"  # the module that the class says it is from


def _is_parameter_expression(value):
    """Whether value can stand for all the parameters: ..., a list of types, a ParamSpec, Concatenate."""
    if value is ... or isinstance(value, list):
        return True
    kind = type(value)
    return kind.__module__ == "typing" and kind.__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


def _in_brackets(args):
    """What is written in the brackets of Callable, of __args__: the parameters, often a list, and the result."""
    if len(args) == 2 and _is_parameter_expression(args[0]):
        return args
    return list(args[:-1]), args[-1]


def _type_repr(value):
    if isinstance(value, list):
        return f"[{', '.join(map(_type_repr, value))}]"
    if isinstance(value, type):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    return value.__name__ if type(value).__name__ == "function" else repr(value)


class _CallableGenericAlias(GenericAlias):
    """Callable[parameters, result], whose __args__ are the parameters one by one and the result."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        if isinstance(args[0], (tuple, list)):
            args = *args[0], args[1]
        elif not _is_parameter_expression(args[0]):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {args[0]}")
        return super().__new__(cls, origin, args)

    def __repr__(self):
        parameters, result = _in_brackets(self.__args__)
        return f"collections.abc.Callable[{_type_repr(parameters)}, {_type_repr(result)}]"

    def __reduce__(self):
        return _CallableGenericAlias, (Callable, _in_brackets(self.__args__))

    def __getitem__(self, item):
        args = super().__getitem__(item if isinstance(item, tuple) else (item,)).__args__
        if not isinstance(args[0], (tuple, list)):
            args = args[:-1], args[-1]
        return _CallableGenericAlias(Callable, tuple(args))
