"""The part of inspect that is about what functions take: Signature, Parameter, getfullargspec."""
import sys
import types
from _collections import OrderedDict
from inspect import (CO_VARARGS, CO_VARKEYWORDS, _Record, _object, getattr_static, isbuiltin, isclass, isfunction,
                     ismethod, ismethodwrapper, ismodule, isroutine, partial, unwrap)
from keyword import iskeyword

__name__ = "inspect"  # the module that the classes say they are from


class _empty:
    """Stands for what is not there."""


class _ParameterKind:
    """One of the five ways to pass an argument."""

    def __init__(self, value, name, description):
        self.value = value
        self.name = name
        self.description = description

    def __index__(self):
        return self.value

    __int__ = __index__

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, _ParameterKind) else other)

    def __hash__(self):
        return hash(self.value)

    def __lt__(self, other):
        return self.value < (other.value if isinstance(other, _ParameterKind) else other)

    def __gt__(self, other):
        return self.value > (other.value if isinstance(other, _ParameterKind) else other)

    def __le__(self, other):
        return not self > other

    def __ge__(self, other):
        return not self < other

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self.value)


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = {kind: kind for kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL,
                                 _KEYWORD_ONLY, _VAR_KEYWORD)}


def _without_typing(text):
    """The text without "typing." where a name begins with it."""
    shown, *rest = text.split("typing.")
    for piece in rest:
        inside = shown[-1:].isalnum() or shown[-1:] in ("_", ".")
        shown += "typing." + piece if inside else piece
    return shown


def formatannotation(annotation, base_module=None):
    """Return an annotation as it is written."""
    if getattr(annotation, "__module__", None) == "typing":
        return _without_typing(repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """A parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _KINDS:
            raise ValueError("value {!r} is not a valid Parameter.kind".format(kind))
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("{} parameters cannot have default values".format(kind.description))
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if name[:1] == "." and name[1:].isdigit():  # what a comprehension's own function takes
            if kind is not _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword arguments, not {}"
                                 .format(kind.description))
            kind, name = _POSITIONAL_ONLY, "implicit" + name[1:]
        if not name.isidentifier() or (kind is not _POSITIONAL_ONLY and iskeyword(name)):
            raise ValueError("{!r} is not a valid parameter name".format(name))
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=_Record, default=_Record):
        return type(self)(self._name if name is None else name, self._kind if kind is None else kind,
                          default=self._default if default is _Record else default,
                          annotation=self._annotation if annotation is _Record else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = "%s: %s" % (text, formatannotation(self._annotation))
        if self._default is not _empty:
            text += (" = %r" if self._annotation is not _empty else "=%r") % (self._default,)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return '<%s "%s">' % (type(self).__name__, self)

    def _fields(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._fields()[:3] + (self._annotation,))

    def __eq__(self, other):
        return self._fields() == other._fields() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """What a call's arguments mean for a signature: names and values."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        named = False
        for name, parameter in self._signature.parameters.items():
            if not named:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    named = True
                elif name not in self.arguments:
                    named = True
                    continue
            if not named or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Add the defaults of parameters that were not given."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return "<%s (%s)>" % (type(self).__name__, ", ".join("%s=%r" % pair for pair in self.arguments.items()))


class Signature:
    """Parameters and return annotation of a callable."""

    __slots__ = ("_parameters", "_return_annotation")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = OrderedDict()
        last_kind = _POSITIONAL_ONLY
        seen_default = False
        for parameter in parameters or ():
            if parameter.kind < last_kind:
                raise ValueError("wrong parameter order: {} parameter before {} parameter".format(
                    last_kind.description, parameter.kind.description))
            last_kind = parameter.kind
            if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in self._parameters:
                raise ValueError("duplicate parameter name: {!r}".format(parameter.name))
            self._parameters[parameter.name] = parameter
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        found = _signature_of(obj, cls, follow_wrapped)
        return _evaluated(obj, found, globals, locals) if eval_str else found

    @property
    def parameters(self):
        return types.MappingProxyType(self._parameters)

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_Record, return_annotation=_Record):
        return type(self)(self._parameters.values() if parameters is _Record else parameters,
                          return_annotation=self._return_annotation if return_annotation is _Record
                          else return_annotation)

    __replace__ = replace

    def _essence(self):
        """What makes two of them equal: the order of keyword-only parameters is not among it."""
        ordered = tuple(parameter for parameter in self._parameters.values() if parameter.kind != _KEYWORD_ONLY)
        return ordered, frozenset(self._parameters.values()).difference(ordered), self._return_annotation

    def __eq__(self, other):
        return self._essence() == other._essence() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        return hash(self._essence())

    def _bind(self, args, kwargs, partial):
        arguments = {}
        kwargs = dict(kwargs)
        rest = list(args)
        misplaced = []  # given by name, though positional only
        taker = None  # of keywords that are no parameter's
        in_order = True  # all so far was given by position
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif rest and kind not in (_KEYWORD_ONLY, _VAR_KEYWORD):
                if name in kwargs and kind == _POSITIONAL_OR_KEYWORD:
                    raise TypeError("multiple values for argument {!r}".format(name))
                arguments[name] = rest.pop(0)
                continue
            elif rest:
                break
            elif kind == _VAR_KEYWORD:
                taker = name
            elif name in kwargs:
                if kind == _POSITIONAL_ONLY:
                    misplaced.append(name)
                else:
                    arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                only = " keyword-only" if kind == _KEYWORD_ONLY and in_order else ""
                raise TypeError("missing a required{} argument: {!r}".format(only, name))
            in_order = False
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs and taker:
            arguments[taker] = kwargs
        elif kwargs and misplaced:
            raise TypeError("got some positional-only arguments passed as keyword arguments: {!r}"
                            .format(", ".join(misplaced)))
        elif kwargs:
            raise TypeError("got an unexpected keyword argument {!r}".format(next(iter(kwargs))))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Return the BoundArguments of a call; TypeError when it does not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same where arguments may be missing."""
        return self._bind(args, kwargs, True)

    def format(self, *, max_width=None):
        """Return the text "(a, b=1) -> int"; one parameter a line when it is wider than max_width."""
        pieces = []
        positional_only = starred = False
        for parameter in self._parameters.values():
            if parameter.kind == _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                pieces.append("/")
                positional_only = False
            if parameter.kind == _VAR_POSITIONAL:
                starred = True
            elif parameter.kind == _KEYWORD_ONLY and not starred:
                pieces.append("*")
                starred = True
            pieces.append(str(parameter))
        if positional_only:
            pieces.append("/")
        text = "(%s)" % ", ".join(pieces)
        if max_width is not None and len(text) > max_width:
            text = "(\n    %s\n)" % ",\n    ".join(pieces)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self)


def _function_signature(function, cls):
    code = function.__code__
    names = code.co_varnames
    annotations = function.__annotations__ or {}
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    positional = code.co_argcount
    found = []
    for place, name in enumerate(names[:positional]):
        kind = _POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        offset = place - (positional - len(defaults))
        found.append(Parameter(name, kind, default=defaults[offset] if offset >= 0 else _empty,
                               annotation=annotations.get(name, _empty)))
    place = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        found.append(Parameter(names[place], _VAR_POSITIONAL, annotation=annotations.get(names[place], _empty)))
        place += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        found.append(Parameter(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                               annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        found.append(Parameter(names[place], _VAR_KEYWORD, annotation=annotations.get(names[place], _empty)))
    return cls(found, return_annotation=annotations.get("return", _empty))


def _text_signature(obj, text, cls, skip_self):
    """The signature that a native's text describes: the text is run as the head of a function."""
    bound = "$" in text
    if "<" in text or "[" in text:
        raise ValueError("{!r} builtin has invalid signature".format(obj))
    namespace = {"sys": sys}
    exec("def function%s: pass" % text.replace("$", ""), namespace)
    signature = _function_signature(namespace["function"], cls)
    return _without_first(signature) if bound and skip_self else signature


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _partial_signature(partial, cls, follow_wrapped):
    signature = _signature_of(partial.func, cls, follow_wrapped)
    return _with_arguments(signature, partial, partial.args)


def _with_arguments(signature, partial, args):
    """The signature when args and the keywords of partial are given in advance."""
    try:
        bound = signature.bind_partial(*args, **partial.keywords)
    except TypeError as error:
        raise ValueError("partial object {!r} has incorrect arguments".format(partial)) from error
    found = []
    keyword_only = False
    for name, parameter in signature.parameters.items():
        if parameter.kind == _VAR_POSITIONAL and keyword_only:
            continue
        if name in bound.arguments and parameter.kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
            if name not in partial.keywords:
                continue
            parameter = parameter.replace(default=partial.keywords[name])
            keyword_only = True
        if keyword_only and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        found.append(parameter)
    return signature.replace(parameters=found)


def _partialmethod_signature(method, cls, follow_wrapped):
    """Seen from the class: the first parameter is still there, what is given stands behind it."""
    signature = _signature_of(method.func, cls, follow_wrapped)
    found = _with_arguments(signature, method, (None, *method.args))
    first = next(iter(signature.parameters.values()))
    if first.kind == _VAR_POSITIONAL:
        return found
    return found.replace(parameters=[first, *found.parameters.values()])


def _method_signature(method, owner, cls, follow_wrapped):
    """The signature of what an instance of owner gives when it is asked for the method."""
    if isinstance(method, _NATIVE[::2]) or isfunction(method) and not hasattr(method, "__partialmethod__"):
        return _without_first(_signature_of(method, cls, follow_wrapped))
    if hasattr(type(method), "__get__") and not isinstance(method, partial):
        method = method.__get__(_empty(), owner)
    return _signature_of(method, cls, follow_wrapped)


_NATIVE = types.WrapperDescriptorType, types.BuiltinFunctionType, types.MethodDescriptorType


def _class_signature(obj, cls, follow_wrapped):
    meta_call = getattr_static(type(obj), "__call__", None)
    if not isinstance(meta_call, _NATIVE):
        return _method_signature(meta_call, type(obj), cls, follow_wrapped)
    for base in obj.__mro__[:-1]:
        for name in ("__new__", "__init__"):
            method = vars(base).get(name)
            if method is None or isinstance(method, _NATIVE):
                continue
            if name == "__init__":
                return _method_signature(method, obj, cls, follow_wrapped)
            if hasattr(type(method), "__get__") and not isinstance(method, partial):
                method = method.__get__(None, obj)
            return _without_first(_signature_of(method, cls, follow_wrapped))
    for base in obj.__mro__[:-1]:
        text = getattr(base, "__text_signature__", None)
        if text:
            return _text_signature(obj, text, cls, True)
    if type in obj.__mro__:
        words = "no signature found for builtin {!r}" if obj is type else "callable {!r} is not supported by signature"
        raise ValueError(words.format(obj))
    if obj.__init__ is _object.__init__ and obj.__new__ is _object.__new__:
        return cls([])
    raise ValueError("no signature found for builtin type {!r}".format(obj))


def _evaluated(obj, found, globals, locals):
    """The signature with its annotations evaluated that are strings."""
    while not isclass(obj) and hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    if isclass(obj):
        obj = obj.__init__ if isfunction(obj.__init__) else obj.__new__
    if globals is None:
        globals = getattr(obj, "__globals__", {})
    scope = {word.__name__: word for word in getattr(obj, "__type_params__", ())} | (locals or {})
    value = lambda text: eval(text, globals, scope) if isinstance(text, str) else text
    parameters = [word.replace(annotation=value(word.annotation)) for word in found.parameters.values()]
    return found.replace(parameters=parameters, return_annotation=value(found.return_annotation))


def _is_functionlike(obj):
    """Whether an object that is no function has all that the signature of one is made of."""
    has = lambda name, *types: isinstance(getattr(obj, name, 0), types)
    return (not isclass(obj) and has("__name__", str) and has("__code__", types.CodeType)
            and has("__defaults__", tuple, types.NoneType)
            and has("__kwdefaults__", dict, types.NoneType) and has("__annotations__", dict, types.NoneType))


def _signature_of(obj, cls, follow_wrapped=True):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, cls, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, cls, follow_wrapped)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        if not isinstance(own, Signature) and callable(own):
            own = own()
        if isinstance(own, str):
            return _text_signature(obj, own, cls, False)
        if not isinstance(own, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(own))
        return own
    if isfunction(obj) or _is_functionlike(obj):
        if hasattr(obj, "__partialmethod__"):
            return _partialmethod_signature(obj.__partialmethod__, cls, follow_wrapped)
        return _function_signature(obj, cls)
    if hasattr(obj, "func") and hasattr(obj, "args") and hasattr(obj, "keywords") and not isclass(obj):
        return _partial_signature(obj, cls, follow_wrapped)
    if isclass(obj):
        return _class_signature(obj, cls, follow_wrapped)
    if isroutine(obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError("no signature found for builtin {!r}".format(obj))
        return _text_signature(obj, text, cls, isbuiltin(obj) or ismethodwrapper(obj))
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _text_signature(obj, text, cls, False)
    call = getattr_static(type(obj), "__call__", None)
    if call is not None:
        return _method_signature(call, type(obj), cls, follow_wrapped)
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Return the Signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


class FullArgSpec(_Record):
    __slots__ = ()
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")


def getfullargspec(func):
    """Return names and defaults of a callable's parameters, the bound first one included."""
    try:
        target = func.__func__ if ismethod(func) else func
        found = _signature_of(target, Signature, False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, kwonlyargs, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    for name, parameter in found.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind == _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind == _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:  # first, as CPython has it
        annotations = {"return": found.return_annotation, **annotations}
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Return a new dict of the annotations of a function, class or module."""
    if isclass(obj):
        found = vars(obj).get("__annotations__")
    else:
        found = getattr(obj, "__annotations__", None)
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    scope = {parameter.__name__: parameter for parameter in getattr(obj, "__type_params__", ())}
    if isclass(obj):
        scope |= vars(obj)
    while not isclass(obj) and (hasattr(obj, "__wrapped__") or isinstance(obj, partial)):
        obj = obj.func if isinstance(obj, partial) else obj.__wrapped__
    if globals is None:
        module = sys.modules.get(obj.__module__) if isclass(obj) else None
        globals = obj.__dict__ if ismodule(obj) else vars(module) if module else getattr(obj, "__globals__", {})
    if locals is None:
        locals = scope
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}
