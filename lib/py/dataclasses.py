"""Classes made of annotated fields: the methods that such a class would spell out are written for it."""
import sys

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]

_FIELDS = "__dataclass_fields__"  # of a class: name -> Field
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"
_GenericAlias = type(list[int])
_MappingProxyType = type(type.__dict__)
_running = set()  # ids of the objects whose repr is being made


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_no_metadata = _MappingProxyType({})


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")


class InitVar:
    """InitVar[int]: a parameter of __init__ that is passed on to __post_init__ and not stored."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        is_class = isinstance(self.type, type) and not isinstance(self.type, _GenericAlias)
        return f"dataclasses.InitVar[{self.type.__name__ if is_class else repr(self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field. Made by field(), read through fields()."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _no_metadata if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if id(self) in _running:
            return "..."
        _running.add(id(self))
        try:
            return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                    f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                    f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                    f"kw_only={self.kw_only!r},_field_type={self._field_type})")
        finally:
            _running.discard(id(self))

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Say more about a field than its type and default.

    default_factory is called for the default of each new object; init, repr, hash and compare tell where the field
    takes part; metadata is a mapping for others; a kw_only field is given by keyword.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# Which fields there are.

def _is_written_as(annotation, cls, module, means):
    """Whether an annotation that is a string begins with a name, of module or not, for whose value means holds."""
    prefix, dot, rest = annotation.partition(".")
    namespace = sys.modules.get(cls.__module__)
    if dot and prefix.strip().isidentifier():
        namespace = getattr(namespace, prefix.strip(), None)
        if namespace is not module:
            return False
    else:
        rest = annotation
    name = rest.strip()
    end = 0
    while end < len(name) and (name[end].isalnum() or name[end] == "_"):
        end += 1
    return end > 0 and means(getattr(namespace, name[:end], None))


def _is_classvar(annotation):
    typing = sys.modules.get("typing")
    return typing and (annotation is typing.ClassVar or (
        type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar))


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _kind_of(annotation, cls):
    """Whether an annotation makes a field, a class variable or a parameter of __init__ only."""
    is_text = isinstance(annotation, str)
    typing = sys.modules.get("typing")
    if _is_classvar(annotation) or (is_text and _is_written_as(annotation, cls, typing, _is_classvar)):
        return _FIELD_CLASSVAR
    if _is_initvar(annotation) or (is_text and _is_written_as(annotation, cls, sys.modules[__name__], _is_initvar)):
        return _FIELD_INITVAR
    return _FIELD


def _is_kw_only(annotation, cls):
    return annotation is KW_ONLY or (isinstance(annotation, str) and _is_written_as(
        annotation, cls, sys.modules[__name__], lambda meant: meant is KW_ONLY))


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, _member_descriptor):  # of __slots__: no default
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    kind = made._field_type = _kind_of(annotation, cls)
    if kind is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is not _FIELD_CLASSVAR:
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if kind is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


_member_descriptor = type(Field.name)


def _own_fields(cls, kw_only):
    result = []
    seen = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation, cls):
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen = kw_only = True
        else:
            result.append(_make_field(cls, name, annotation, kw_only))
    return result


def _inherited_fields(cls, frozen):
    result, frozen_bases = {}, []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            result.update(base_fields)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    if any(frozen_bases) and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if frozen_bases and frozen and not all(frozen_bases):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return result


# The text of the methods. Names that begin with __dataclass_ are given to it from outside.

def _init_value(one, slots):
    """What a field is set to, as text; None: it is not set."""
    default = f"__dataclass_dflt_{one.name}__"
    if one._field_type is _FIELD_INITVAR:
        return None
    if one.default_factory is not MISSING:
        if one.init:
            return f"{default}() if {one.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {one.name}"
        return default + "()"
    if one.init:
        return one.name
    return default if slots and one.default is not MISSING else None


def _parameter(one):
    if one.default is not MISSING:
        return f"{one.name}=__dataclass_dflt_{one.name}__"
    return one.name if one.default_factory is MISSING else f"{one.name}=__dataclass_HAS_DEFAULT_FACTORY__"


def _init_text(cls, all_fields, positional, keyword, outside, frozen, slots):
    with_default = None
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            with_default = one
        elif with_default is not None:
            raise TypeError(f"non-default argument {one.name!r} follows default argument {with_default.name!r}")
    names = {one.name for one in all_fields}
    self = "__dataclass_self__" if "self" in names else "self"
    parameters = [self, *map(_parameter, positional)]
    if keyword:
        parameters += ["*", *map(_parameter, keyword)]
    lines = [f" def __init__({', '.join(parameters)}):"]
    for one in all_fields:
        default = one.default if one.default is not MISSING else one.default_factory
        if default is not MISSING:
            outside[f"__dataclass_dflt_{one.name}__"] = default
        value = _init_value(one, slots)
        if value is None:
            continue
        if frozen:
            lines.append(f"  __dataclass_setattr__({self},{one.name!r},{value})")
        else:
            lines.append(f"  {self}.{one.name}={value}")
    if hasattr(cls, _POST_INIT_NAME):
        passed = ",".join(one.name for one in all_fields if one._field_type is _FIELD_INITVAR)
        lines.append(f"  {self}.{_POST_INIT_NAME}({passed})")
    return "\n".join(lines) if len(lines) > 1 else lines[0] + "\n  pass"


def _repr_text(names):
    shown = ", ".join(f"{name}={{self.{name}!r}}" for name in names)
    return (" def __repr__(self):\n  __dataclass_key__ = __dataclass_id__(self)\n"
            "  if __dataclass_key__ in __dataclass_running__:\n   return '...'\n"
            "  __dataclass_running__.add(__dataclass_key__)\n"
            f"  try:\n   return f\"{{self.__class__.__qualname__}}({shown})\"\n"
            "  finally:\n   __dataclass_running__.discard(__dataclass_key__)")


def _eq_text(names):
    terms = " and ".join(f"self.{name}==other.{name}" for name in names) or "True"
    return (" def __eq__(self, other):\n  if self is other:\n   return True\n"
            f"  if other.__class__ is self.__class__:\n   return {terms}\n  return NotImplemented")


def _order_text(name, operator, mine, theirs):
    return (f" def {name}(self, other):\n  if other.__class__ is self.__class__:\n"
            f"   return {mine}{operator}{theirs}\n  return NotImplemented")


def _tuple_text(owner, names):
    return f"({''.join(f'{owner}.{name},' for name in names)})"


def _frozen_text(name, parameters, verb, names):
    return (f" def {name}(self, {parameters}):\n"
            f"  if __dataclass_type__(self) is cls or name in {set(names) or '()'}:\n"
            f"   raise __dataclass_FrozenInstanceError__(f\"cannot {verb} field {{name!r}}\")\n"
            f"  super(cls, self).{name}({parameters})")


class _Methods:
    """Collects the text of methods, then makes all of them at once."""

    def __init__(self, cls):
        self.cls = cls
        self.module = sys.modules.get(cls.__module__)
        self.texts = {}
        self.outside = {
            "cls": cls, "__dataclass_HAS_DEFAULT_FACTORY__": _HAS_DEFAULT_FACTORY, "__dataclass_id__": id,
            "__dataclass_running__": _running, "__dataclass_setattr__": object.__setattr__, "__dataclass_type__": type,
            "__dataclass_FrozenInstanceError__": FrozenInstanceError, "__dataclass_hash__": hash}

    def add(self, name, text, refusal=None):
        """Note a method unless the class has its own; refusal says that it must not."""
        if name not in self.cls.__dict__:
            self.texts[name] = text
        elif refusal is not None:
            raise TypeError(f"Cannot overwrite attribute {name} in class {self.cls.__name__}{refusal}")

    def install(self, annotations):
        if not self.texts:
            return
        cls, outside = self.cls, self.outside
        text = (f"def __create_fn__({','.join(outside)}):\n" + "\n".join(self.texts.values()) +
                f"\n return {','.join(self.texts)},")
        made = {}
        exec(text, self.module.__dict__ if self.module else {}, made)
        for name, function in zip(self.texts, made["__create_fn__"](*outside.values())):
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if name == "__init__":
                function.__annotations__ = annotations
            setattr(cls, name, function)


# What is done about __hash__: by unsafe_hash, eq, frozen, and whether the class has its own.

def _hash_action(unsafe_hash, eq, frozen, has_own):
    if unsafe_hash:
        return "refuse" if has_own else "add"
    if has_own or not eq:
        return None
    return "add" if frozen else "none"


_orders = (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="))


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    methods = _Methods(cls)
    setattr(cls, _PARAMS, _DataclassParams(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                                           frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                                           weakref_slot=weakref_slot))
    own = _own_fields(cls, kw_only)
    all_fields = _inherited_fields(cls, frozen)
    for one in own:
        all_fields[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    annotations = cls.__dict__.get("__annotations__", {})
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_own_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    setattr(cls, _FIELDS, all_fields)
    init_fields = [one for one in all_fields.values() if one._field_type is not _FIELD_CLASSVAR]
    positional = [one for one in init_fields if one.init and not one.kw_only]
    keyword = [one for one in init_fields if one.init and one.kw_only]
    stored = [one for one in all_fields.values() if one._field_type is _FIELD]
    if init:
        methods.add("__init__", _init_text(cls, init_fields, positional, keyword, methods.outside, frozen, slots))
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    if repr:
        methods.add("__repr__", _repr_text([one.name for one in stored if one.repr]))
    compared = [one.name for one in stored if one.compare]
    if eq:
        methods.add("__eq__", _eq_text(compared))
    if order:
        mine, theirs = _tuple_text("self", compared), _tuple_text("other", compared)
        for name, operator in _orders:
            methods.add(name, _order_text(name, operator, mine, theirs),
                        refusal=" Consider using functools.total_ordering")
    if frozen:
        names = [one.name for one in stored]
        methods.add("__setattr__", _frozen_text("__setattr__", "name, value", "assign to", names), refusal="")
        methods.add("__delattr__", _frozen_text("__delattr__", "name", "delete", names), refusal="")
    action = _hash_action(unsafe_hash, eq, frozen, has_own_hash)
    if action == "refuse":
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if action == "add":
        hashed = [one.name for one in stored if (one.compare if one.hash is None else one.hash)]
        text = f" def __hash__(self):\n  return __dataclass_hash__({_tuple_text('self', hashed)})"
        methods.texts["__hash__"] = text
    elif action == "none":
        cls.__hash__ = None
    init_made = "__init__" in methods.texts
    methods.install({one.name: one.type for one in (*positional, *keyword)} | {"return": None})
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _doc_of(cls, positional, keyword, init_made)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(one.name for one in positional)
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    if hasattr(cls, "__abstractmethods__"):
        import abc
        abc.update_abstractmethods(cls)
    return cls


def _doc_of(cls, positional, keyword, init_made):
    """The call that makes an object, as inspect.signature would write it."""
    if not init_made or type(cls).__call__ is not type.__call__ or cls.__new__ is not object.__new__:
        import inspect
        try:
            return cls.__name__ + str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            return cls.__name__
    parts = list(map(_described, positional))
    if keyword:
        parts += ["*", *map(_described, keyword)]
    return f"{cls.__name__}({', '.join(parts)})"


def _described(one):
    typ = one.type
    if getattr(typ, "__module__", None) == "typing" and not isinstance(typ, type):
        text = repr(typ).replace("typing.", "")
    elif isinstance(typ, type) and not isinstance(typ, _GenericAlias):
        text = typ.__qualname__ if typ.__module__ == "builtins" else f"{typ.__module__}.{typ.__qualname__}"
    else:
        text = str(typ) if isinstance(typ, _GenericAlias) else repr(typ)
    if one.default is not MISSING:
        return f"{one.name}: {text} = {one.default!r}"
    return f"{one.name}: {text}" if one.default_factory is MISSING else f"{one.name}: {text} = <factory>"


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return [name for name in ("__weakref__", "__dict__") if name in cls.__dict__]
    if isinstance(slots, str):
        return [slots]
    if not hasattr(slots, "__next__"):
        return list(slots)
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, frozen, weakref_slot):
    """A copy of the class with __slots__: they cannot be added to one that is there."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [one.name for one in fields(cls)]
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
    wanted = names + ["__weakref__"] if weakref_slot else names
    namespace["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in (*names, "__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


def _dataclass_getstate(self):
    return [getattr(self, one.name) for one in fields(self)]


def _dataclass_setstate(self, state):
    for one, value in zip(fields(self), state):
        object.__setattr__(self, one.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add __init__, __repr__, __eq__ and, as the arguments say, more methods to a class with annotated fields."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)

    return wrap if cls is None else wrap(cls)


# Functions for all dataclasses.

def fields(class_or_instance):
    """Return the fields of a dataclass, as a tuple of Field."""
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(one for one in found.values() if one._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Tell whether obj is a dataclass or an object of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def replace(obj, /, **changes):
    """Return a new object of the same class, with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for name, one in getattr(self, _FIELDS).items():
        if not one.init:
            if name in changes and one._field_type is not _FIELD_CLASSVAR:
                raise TypeError(f"field {name} is declared with init=False, it cannot be specified with replace()")
        elif name not in changes and (kind := one._field_type) is not _FIELD_CLASSVAR:
            if kind is _FIELD_INITVAR and one.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
    return self.__class__(**changes)


def __getattr__(name):
    """What few programs ask for is loaded when one does."""
    if name not in ("asdict", "astuple", "make_dataclass"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import _dataclass_tools
    globals()[name] = found = getattr(_dataclass_tools, name)
    return found


def __dir__():
    return sorted({*globals(), *__all__} - {"__getattr__", "__dir__"})
