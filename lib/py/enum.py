"""Enumerations: classes whose members are constants with names and values.

What the body of one is written with stands in _enum_body. Flags and checks of whole enumerations are loaded when one
of their names is asked for (_enum_flags, _enum_checks).
"""
import builtins as bltns
import sys
from _enum_body import (EnumDict, auto, is_descriptor, member, name_property, nonmember, property,
                        value_property)

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
           "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name"]

_MappingProxyType = type(type.__dict__)
_EnumDict = EnumDict
_flags = None  # the module _enum_flags, once it is loaded: before, no class can be a flag
_made = {}  # the classes below by their names, as far as they have been made
_missing_argument = object()


def _is_flag(cls):
    return _flags is not None and issubclass(cls, _flags.Flag)


# How members are made.

class _Members:
    """Stands in the namespace of a new enumeration until the class is there; then makes its members."""

    def __init__(self, values):
        self.values = values  # by name

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        for name, value in self.values.items():
            _make_member(cls, name, value)


def _instance(cls, value):
    """A new instance of an enumeration for a value, initialised, and what it was made of."""
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(made, "_value_"):
        if cls._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = cls._member_type_(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    return made, args


def _make_member(cls, name, value):
    made, args = _instance(cls, value)
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    listed = _flags.note_bits(cls, value) if _is_flag(cls) else True  # a flag of several bits is not
    same = _find_value(cls, value)
    if same is not None:
        made = same  # the name is an alias
    elif listed:
        cls._member_names_.append(name)
    _bind(cls, name, made)
    _note_value(cls, made, value)


def _find_value(cls, value):
    """The member with this value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        return _find_unhashable(cls, value)


def _find_unhashable(cls, value):
    for name, values in cls._unhashable_values_map_.items():
        if value in values:
            return cls._member_map_[name]
    return next((one for one in cls._member_map_.values() if one._value_ == value), None)


def _note_value(cls, made, value):
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:  # not hashable
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(made._name_, []).append(value)


def _bind(cls, name, made):
    """Bind a name to a member: as an attribute, or behind what a base has under that name."""
    known = cls._member_map_.get(name)
    if known is None:
        type.__setattr__(cls, name, _redirection(cls, name, made) or made)
        cls._member_map_[name] = made
    elif known is not made:
        raise NameError(f"{name!r} is already bound: {known!r}")


def _redirection(cls, name, made):
    """A property that is the member on the class, and on members what a base has under its name; None: no base has
    a descriptor there."""
    hidden = plain = None
    of_enum = False
    for base in cls.__mro__[1:]:
        attribute = base.__dict__.get(name)
        if isinstance(attribute, property) or type(attribute).__name__ == "DynamicClassAttribute":
            hidden, plain, of_enum = attribute, None, True
            break
        if is_descriptor(attribute):
            hidden = attribute
        elif attribute is not None:
            plain = base
    if hidden is None:
        return None
    functions = [getattr(hidden, which, None) if plain is None else None for which in ("fget", "fset", "fdel")]
    result = property(*functions, doc=getattr(functions[0], "__doc__", None) or "")
    result.member = made
    result.__set_name__(cls, name)
    if plain is not None:
        result._read = lambda instance, owner: getattr(plain, name)
    elif not of_enum:
        result._read = lambda instance, owner: getattr(instance._value_, name)
    return result


# What the bases of a new enumeration tell.

def _check_extension(class_name, bases):
    for base in dict.fromkeys(base for chain in bases for base in chain.__mro__):
        if isinstance(base, EnumType) and base._member_names_:
            raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")


def _first_enum(bases):
    """The enumeration to derive from: the last base."""
    if not bases:
        return _made.get("Enum")
    if not isinstance(bases[-1], EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return bases[-1]


def _brought_type(chain):
    """The data type that one base brings along: the class with a __new__, or the first below it. None: no type."""
    lowest = None
    for base in chain.__mro__[:-1]:
        if not isinstance(base, EnumType):
            lowest = lowest or base
            if "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                return lowest
        elif base._member_type_ is not object:
            return base._member_type_
    return None


def _data_type(class_name, bases):
    found = {_brought_type(base) for base in bases} - {None}
    if len(found) > 1:
        raise TypeError(f"too many data types for {class_name!r}: {found!r}")
    return found.pop() if found else object


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)


def _value_repr(bases):
    """How values are shown: as the first base in the order of the MROs says, or None."""
    for base in (base for chain in bases for base in chain.__mro__[:-1]):
        if isinstance(base, EnumType):
            return base._value_repr_
        if "__repr__" in base.__dict__:
            parameters = base.__dict__.get("__dataclass_params__")
            written = "__dataclass_fields__" in base.__dict__ and parameters is not None and parameters.repr
            return _dataclass_repr if written else base.__dict__["__repr__"]
    return None


def _maker(classdict, member_type, first_enum):
    """What makes members, and whether it takes the values as arguments."""
    new = classdict.get("__new__")
    own_new = _made["Enum"].__new__ if _made else None
    if new is None:
        plain = {None, None.__new__, object.__new__, own_new}
        new = next((new for name in ("__new_member__", "__new__") for base in (member_type, first_enum)
                    if (new := getattr(base, name, None)) not in plain), object.__new__)
    return new, first_enum is not None and new is not object.__new__ and new is not own_new


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _check_extension(cls, bases)
        namespace, first_enum = EnumDict(cls), _first_enum(bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        for name in (*classdict.get("_ignore_", ()), "_ignore_"):
            classdict.pop(name, None)
        member_names = classdict._member_names
        wrong = set(member_names) & {"mro", ""}
        if wrong:
            raise ValueError("invalid enum member name(s) " + ",".join(map(repr, wrong)))
        order = classdict.pop("_order_", None)
        classdict = dict(classdict)
        generate = classdict.get("_generate_next_value_")
        if generate is not None and type(generate) is not staticmethod:
            classdict["_generate_next_value_"] = staticmethod(generate)
        first_enum, member_type = _first_enum(bases), _data_type(cls, bases)
        keeps_new = first_enum is not None and "__new__" in classdict
        new, use_args = _maker(classdict, member_type, first_enum)
        classdict["_members"] = _Members({name: classdict.pop(name) for name in member_names})
        in_progress = f"_{cls}__in_progress"
        classdict.update({
            "_new_member_": new, "_use_args_": use_args, "_member_names_": [], "_member_map_": {},
            "_value2member_map_": {}, "_unhashable_values_": [], "_unhashable_values_map_": {},
            "_member_type_": member_type, "_value_repr_": _value_repr(bases),
            "_boundary_": boundary or getattr(first_enum, "_boundary_", None), "_flag_mask_": 0, "_singles_mask_": 0,
            "_all_bits_": 0, "_inverted_": None, in_progress: True})
        try:
            enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        except Exception as error:
            if hasattr(error, "__notes__"):  # that __set_name__ failed is nothing the program knows of
                del error.__notes__
            raise
        type.__delattr__(enum_class, in_progress)
        _set_methods(enum_class, {**classdict, **enum_class.__dict__}, bases, member_type, first_enum)
        if _made:
            if keeps_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = _made["Enum"].__new__
        elif cls == "Enum":
            _made[cls] = enum_class
        _finish_flag(enum_class, cls)
        if order is not None:
            _check_order(enum_class, order)
        return enum_class

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_missing_argument, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """The member with this value; on a class without members: a new enumeration with this name."""
        given = names is not _missing_argument
        if cls._member_map_:
            return cls.__new__(cls, (value, names, *values) if given else value)
        if not given and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        names = names if given else None
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        """Whether value is a member or the value of one; values that _missing_ would find are not."""
        return isinstance(value, cls) or _find_value(cls, value) is not None

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        own = ["__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
               "__module__", "__name__", "__qualname__", *cls._member_names_]
        own += [name for name, value in (("__new__", cls._new_member_), ("__init_subclass__", cls.__init_subclass__))
                if value is not getattr(object, name)]
        return sorted({*own, *(() if cls._member_type_ is object else dir(cls._member_type_))})

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @bltns.property
    def __members__(cls):
        """All names and their members, aliases too."""
        return _MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if _is_flag(cls) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """A new enumeration from names, or from names and values."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = _first_enum(bases)
        namespace = metacls.__prepare__(class_name, bases)
        for name, value in _pairs(names, first_enum, start):
            namespace[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get("__name__")
        if module is None:
            _refuse_pickles(namespace)
        else:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enumeration of constants of a module, and put it there."""
        from _enum_checks import convert
        return convert(cls, name, module, filter, source, boundary=boundary, as_global=as_global)


EnumMeta = EnumType


def _pairs(names, first_enum, start):
    """The names and values of a new enumeration: of a text, of names, of pairs or of a mapping."""
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if not (isinstance(names, (tuple, list)) and names and isinstance(names[0], str)):
        return [(item, names[item]) if isinstance(item, str) else item for item in (() if names is None else names)]
    values = []
    for count, name in enumerate(names):
        values.append(first_enum._generate_next_value_(name, start, count, values[:]))
    return zip(names, values)


def _set_methods(enum_class, namespace, bases, member_type, first_enum):
    """Give the class the methods of enumerations where it would have those of its data type."""
    if _made.get("ReprEnum") in bases:
        if member_type is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in namespace:
            enum_class.__format__ = namespace["__format__"] = member_type.__format__
        if "__str__" not in namespace:
            method = member_type.__str__
            enum_class.__str__ = namespace["__str__"] = member_type.__repr__ if method is object.__str__ else method
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in namespace and first_enum is not None and \
                getattr(enum_class, name) in (getattr(member_type, name), getattr(object, name)):
            setattr(enum_class, name, getattr(first_enum, name))
    if _is_flag(enum_class):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in namespace:
                setattr(enum_class, name, getattr(_flags.Flag, name))


def _finish_flag(enum_class, name):
    if not _is_flag(enum_class):
        if (name, enum_class.__module__) != ("Flag", "enum"):  # the base of flags needs them
            for attribute in ("_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_"):
                type.__delattr__(enum_class, attribute)
        return
    values = [one._value_ for one in enum_class]
    if values != sorted(values):
        enum_class._iter_member_ = enum_class._iter_member_by_def_


def _check_order(enum_class, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    names, members = enum_class._member_names_, enum_class._member_map_
    order = [name for name in order if name not in members or name in names]
    if order != names:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")


def _refuse_pickles(namespace):
    def refuse(self, proto):
        raise TypeError(f"{self!r} cannot be pickled")

    namespace["__reduce_ex__"] = refuse
    namespace["__module__"] = "<unknown>"


class Enum(metaclass=EnumType):
    """The base of enumerations.

    class Color(Enum):
        RED = 1
        BLUE = 2

    Color.RED, Color["RED"] and Color(1) are the member; Color can be iterated.
    """

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            found = cls._value2member_map_.get(value)
        except TypeError:
            found = _find_unhashable(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            if getattr(cls, f"_{cls.__name__}__in_progress", False):
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
            raise TypeError(f"{cls!r} has no members defined")
        return _ask_missing(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return "(*values)"
        return ("(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, "
                "boundary=None)")

    def _add_alias_(self, name):
        _bind(self.__class__, name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _find_value(cls, value)
        if known is None:
            _note_value(cls, self, value)
        elif known is not self:
            raise ValueError(f"{value!r} is already bound: {known!r}")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the greatest so far."""
        try:
            highest = max(last_values, default=None)
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return highest + 1 if last_values else start
        except TypeError:
            raise TypeError(f"unable to increment {highest!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        cls = self.__class__
        names = set() if cls._member_type_ is object else set(object.__dir__(self))
        names.update(name for name in getattr(self, "__dict__", ()) if name[0] != "_" and name not in cls._member_map_)
        for base in cls.mro():
            for name, obj in base.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(obj, property) and obj.fget is None and name in cls._member_map_:
                    names.discard(name)
                elif isinstance(obj, property) or name not in cls._member_map_:
                    names.add(name)
        return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    name = name_property("_name_", "The name of the Enum member.")
    value = value_property("_value_", "The value of the Enum member.")


def _ask_missing(cls, value):
    """What _missing_ answers for a value that no member has: a member, or an exception."""
    error = None
    try:
        result = cls._missing_(value)
    except Exception as caught:
        error, result = caught, None
    if isinstance(result, cls):
        return result
    if _is_flag(cls) and cls._boundary_ is _flags.EJECT and isinstance(result, int):
        return result
    refusal = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        if error is None:
            if result is None:
                raise refusal
            error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid "
                              "member")
        if not isinstance(error, ValueError):
            error.__context__ = refusal
        raise error
    finally:
        error = refusal = None  # they refer to this frame


class ReprEnum(Enum):
    """An enumeration whose members only have the repr of one: str() and format() are the data type's."""


_made["ReprEnum"] = ReprEnum


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs; auto() is the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        for place in range(len(values) > 1, len(values)):
            if not isinstance(values[place], str):
                raise TypeError(("%r is not a string", "encoding must be a string, not %r",
                                 "errors must be a string, not %r")[place] % (values[place],))
        value = str(*values)
        result = str.__new__(cls, value)
        result._value_ = value
        return result

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


def unique(enumeration):
    """A decorator that refuses an enumeration with aliases."""
    _refuse_aliases(enumeration, "duplicate values")
    return enumeration


def _refuse_aliases(enumeration, what):
    aliases = [f"{name} -> {one.name}" for name, one in enumeration.__members__.items() if name != one.name]
    if aliases:
        raise ValueError(f"{what} found in {enumeration!r}: {', '.join(aliases)}")


_rooms = {
    "_enum_flags": ("CONFORM", "EJECT", "Flag", "FlagBoundary", "IntFlag", "KEEP", "STRICT", "bin", "show_flag_values"),
    "_enum_checks": ("CONTINUOUS", "EnumCheck", "NAMED_FLAGS", "UNIQUE", "_simple_enum", "global_enum",
                     "global_enum_repr", "global_flag_repr", "global_str", "verify")}


def __getattr__(name):
    """What not all programs with enumerations ask for is loaded when one does."""
    for room, names in _rooms.items():
        if name in names:
            value = globals()[name] = getattr(__import__(room), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__} - {"__getattr__", "__dir__"})
