"""Enumerations: classes whose members are constants with names and values."""
import builtins as bltns
import sys
from _functools import partial

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
           "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name"]

_MappingProxyType = type(type.__dict__)
Enum = Flag = EJECT = ReprEnum = None  # until they are made below
_missing_argument = object()


class nonmember:
    """Keeps a value in the body of an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in the body of an enumeration a member, whatever it is."""

    def __init__(self, value):
        self.value = value


# Kinds of names and values.

def _is_descriptor(obj):
    return not isinstance(obj, partial) and (hasattr(obj, "__get__") or hasattr(obj, "__set__")
                                             or hasattr(obj, "__delete__"))


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    qualname, inner = obj.__qualname__, f"{cls_name}.{getattr(obj, '__name__', None)}"
    return qualname == inner or qualname.endswith("." + inner)


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _iter_bits_lsb(num):
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError(f"{num!r} is not a positive integer")
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    """Return the single bits of a value."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """Like bin() of builtins, with all bits of a negative number, and the sign apart: bin(10) is '0b0 1010'."""
    bits = num.bit_length()
    digits = format(num & ((1 << bits) - 1), f"0{bits}b") if bits else ""
    sign = "1" if num < 0 else "0"
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return f"0b{sign} {digits}"


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)


class _NoValue:
    def __repr__(self):
        return "_auto_null"


_auto_null = _NoValue()


class auto:
    """Stands for a value that _generate_next_value_ chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property:
    """An attribute of members that a member may have as its name: on the class it is the member."""

    member = None  # of this name
    _attr_type = None  # what stood here in a base: "enum", "desc" or "attr"
    _cls_type = None  # the base

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def _with(self, fget, fset, fdel, doc):
        result = type(self)(fget, fset, fdel, doc)
        result.overwrite_doc = self.overwrite_doc
        return result

    def getter(self, fget):
        return self._with(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else self.__doc__)

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel, self.__doc__)


class _proto_member:
    """Stands in the namespace of a new enumeration until the class is there; then it makes the member."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        type.__delattr__(enum_class, member_name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum_class._member_type_ is tuple:
            args = (args,)
        new = enum_class._new_member_(enum_class, *args) if enum_class._use_args_ else \
            enum_class._new_member_(enum_class)
        if not hasattr(new, "_value_"):
            if enum_class._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = enum_class._member_type_(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = new._value_
        new._name_ = member_name
        new.__objclass__ = enum_class
        new.__init__(*args)
        new._sort_order_ = len(enum_class._member_names_)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag and isinstance(value, int):
            enum_class._flag_mask_ |= value
            if _is_single_bit(value):
                enum_class._singles_mask_ |= value
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        same = _find_value(enum_class, value)
        if same is not None:
            new = same  # the name is an alias
        elif not is_flag or (isinstance(value, int) and _is_single_bit(value)):
            enum_class._member_names_.append(member_name)
        enum_class._add_member_(member_name, new)
        _note_value(enum_class, new, value)


def _find_value(enum_class, value):
    """The member with this value, or None."""
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:  # not hashable
        for found in enum_class._member_map_.values():
            if found._value_ == value:
                return found
    return None


def _note_value(enum_class, new, value):
    try:
        enum_class._value2member_map_.setdefault(value, new)
        if value not in enum_class._hashable_values_:
            enum_class._hashable_values_.append(value)
    except TypeError:
        enum_class._unhashable_values_.append(value)
        enum_class._unhashable_values_map_.setdefault(new._name_, []).append(value)


_known_sunders = frozenset((
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
    "_use_args_", "_member_type_", "_new_member_", "_value_repr_"))
_plain_types = frozenset((int, str, auto, float, bool, bytes, complex, frozenset, list, dict, set, type(None)))


class EnumDict(dict):
    """The namespace in which the body of an enumeration runs: it notes which names are members."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}  # in order
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if key[:1] == "_" and self._is_special(key, value):
            if key == "__order__":
                key = "_order_"
            elif key == "_ignore_":
                value = self._ignore
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif type(value) in _plain_types:
            value = self._add(key, value)
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, partial):
            import warnings
            warnings.warn("functools.partial will be a method descriptor in future Python versions; wrap it in "
                          "enum.member() if you want to preserve the old behavior", FutureWarning, stacklevel=2)
        elif not _is_descriptor(value) and \
                not (self._cls_name is not None and _is_internal_class(self._cls_name, value)):
            value = self._add(key, value)
        super().__setitem__(key, value)

    def _is_special(self, key, value):
        """Whether a name that begins with an underscore is no member; acts on those that enumerations know."""
        if self._cls_name is not None and _is_private(self._cls_name, key):
            return True
        if _is_dunder(key):
            return True
        if not _is_sunder(key):
            return False
        if key not in _known_sunders:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            already = set(self._ignore) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return True

    def _add(self, key, value):
        """Note a member; return its value."""
        if key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if isinstance(value, member):
            value = value.value
        store = True
        if isinstance(value, auto):
            value = self._next_value(key, value)
            store = False
        elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            store = False
            items = [self._next_value(key, item) if isinstance(item, auto) else item for item in value]
            try:
                value = type(value)(items)
            except TypeError:  # a named tuple
                value = type(value)(*items)
        self._member_names[key] = None
        if store:
            self._last_values.append(value)
        return value

    def _next_value(self, key, item):
        if item.value is _auto_null:
            item.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(item.value)
        return item.value

    @bltns.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict

# Functions of flags that must not be those of a data type.
_flag_methods = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        first_enum = metacls._get_mixins_(cls, bases)[1]
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
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        for name in member_names:
            classdict[name] = _proto_member(classdict[name])
        in_progress = f"_{cls}__in_progress"
        classdict.update({
            "_new_member_": new, "_use_args_": use_args, "_member_names_": [], "_member_map_": {},
            "_value2member_map_": {}, "_hashable_values_": [], "_unhashable_values_": [],
            "_unhashable_values_map_": {}, "_member_type_": member_type,
            "_value_repr_": metacls._find_data_repr_(cls, bases),
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
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = Enum.__new__
        _finish_flag(enum_class, cls)
        if order is not None:
            _check_order(enum_class, order)
        return enum_class

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_missing_argument, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """The member with this value; on a class without members: a new enumeration with this name."""
        if cls._member_map_:
            if names is not _missing_argument:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is _missing_argument:
            if type is None:
                raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
            names = None
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

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
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """A new enumeration from names, or from names and values."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = cls._get_mixins_(class_name, bases)[1]
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs, values = [], []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get("__name__")
        if module is None:
            _make_class_unpicklable(namespace)
        else:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enumeration of those constants of a module whose names the filter accepts, and put it there."""
        module_globals = sys.modules[module].__dict__
        source = source.__dict__ if source else module_globals
        members = [(key, value) for key, value in source.items() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        made = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        module_globals[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The data type of the members, and the enumeration that is the last base."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                            "enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    parameters = base.__dict__.get("__dataclass_params__")
                    if "__dataclass_fields__" in base.__dict__ and parameters is not None and parameters.repr:
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {found!r}")
        return found.pop() if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes members, whether to keep it for subclasses, and whether it takes the values as arguments."""
        new = classdict.get("__new__")
        save_new = first_enum is not None and new is not None
        if new is None:
            new = object.__new__
            plain = {None, None.__new__, object.__new__, Enum.__new__ if Enum is not None else None}
            for name in ("__new_member__", "__new__"):
                chosen = [target for target in (getattr(member_type, name, None), getattr(first_enum, name, None))
                          if target not in plain]
                if chosen:
                    new = chosen[0]
                    break
        use_args = first_enum is not None and new is not object.__new__ and new is not Enum.__new__
        return new, save_new, use_args

    def _add_member_(cls, name, member):
        """Bind a name to a member: as an attribute, or behind what a base has under that name."""
        known = cls._member_map_.get(name)
        if known is not None:
            if known is not member:
                raise NameError(f"{name!r} is already bound: {known!r}")
            return
        found = kind = owner = None
        for base in cls.__mro__[1:]:
            attr = base.__dict__.get(name)
            if attr is None:
                continue
            if isinstance(attr, property) or type(attr).__name__ == "DynamicClassAttribute":
                found, kind, owner = attr, "enum", base
                break
            if _is_descriptor(attr):
                found, kind, owner = attr, kind or "desc", owner or base
            else:
                kind, owner = "attr", base
        if found is None:
            type.__setattr__(cls, name, member)
        else:
            fget = getattr(found, "fget", None) if kind != "attr" else None
            redirect = property(fget, doc=getattr(fget, "__doc__", None) or "")
            redirect.member = member
            redirect.__set_name__(cls, name)
            if kind != "attr":
                redirect.fset = getattr(found, "fset", None)
                redirect.fdel = getattr(found, "fdel", None)
            redirect._attr_type = kind
            redirect._cls_type = owner
            type.__setattr__(cls, name, redirect)
        cls._member_map_[name] = member


EnumMeta = EnumType


def _set_methods(enum_class, namespace, bases, member_type, first_enum):
    """Give the class the methods of enumerations where it would have those of its data type."""
    if ReprEnum is not None and ReprEnum in bases:
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
    if Flag is not None and issubclass(enum_class, Flag):
        for name in _flag_methods:
            if name not in namespace:
                setattr(enum_class, name, getattr(Flag, name))


def _finish_flag(enum_class, name):
    if Flag is None and name == "Flag":
        return
    if Flag is None or not issubclass(enum_class, Flag):
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


def _make_class_unpicklable(obj):
    def break_on_call_reduce(self, proto):
        raise TypeError(f"{self!r} cannot be pickled")

    put = obj.__setitem__ if isinstance(obj, dict) else lambda name, value: setattr(obj, name, value)
    put("__reduce_ex__", break_on_call_reduce)
    put("__module__", "<unknown>")


class _stored(property):
    """name and value: read from an attribute."""

    def __init__(self, attribute, doc):
        super().__init__(doc=doc)
        self._attribute = attribute
        self.fget = self._get

    def _get(self, instance):
        return getattr(instance, self._attribute)


class _name_property(_stored):
    def __get__(self, instance, ownerclass=None):
        return super().__get__(None, ownerclass) if instance is None else instance._name_


class _value_property(_stored):
    def __get__(self, instance, ownerclass=None):
        return super().__get__(None, ownerclass) if instance is None else instance._value_


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
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:  # not hashable
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
            for name, found in cls._member_map_.items():
                if value == found._value_:
                    return cls[name]
        if not cls._member_map_:
            if getattr(cls, f"_{cls.__name__}__in_progress", False):
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
            raise TypeError(f"{cls!r} has no members defined")
        return _ask_missing(cls, value)

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

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
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError(f"unable to increment {last_value!r}") from None

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

    name = _name_property("_name_", "The name of the Enum member.")
    value = _value_property("_value_", "The value of the Enum member.")


def _ask_missing(cls, value):
    """What _missing_ answers for a value that no member has: a member, or an exception."""
    error = None
    try:
        result = cls._missing_(value)
    except Exception as caught:
        error, result = caught, None
    if isinstance(result, cls):
        return result
    if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
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


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs; auto() is the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
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


class FlagBoundary(StrEnum):
    """What a Flag does with bits that no member has: error, drop them, become an int, keep them."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be combined with | & ^ and ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the next power of two."""
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            return 1 << last_value.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda one: one._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The combination with this value, made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        flag_mask, all_bits, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if boundary is STRICT:
                bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, bits)}\n"
                                 f"  allowed {bin(flag_mask, bits)}")
            if boundary is CONFORM:
                value &= flag_mask
            elif boundary is EJECT:
                return value
            elif boundary is not KEEP:
                raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")
            elif value < 0:
                value += max(all_bits + 1, 1 << value.bit_length())
        asked = value
        if value < 0:
            value = all_bits + 1 + value if boundary in (EJECT, KEEP) else cls._singles_mask_ & value
        unknown = value & ~flag_mask
        if unknown and boundary is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = _combined_name(cls, value)
        made = cls._value2member_map_.setdefault(value, made)
        if asked < 0:
            cls._value2member_map_[asked] = made
        return made

    def __contains__(self, other):
        """Whether all bits of other are in self."""
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """The members that make up self."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        value = (cls._value_repr_ or repr)(self._value_)
        return f"<{cls.__name__}: {value}>" if self._name_ is None else f"<{cls.__name__}.{self._name_}: {value}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _both_values(self, other, operator):
        """The values of self and other, or None if other is no operand."""
        value = self._get_value(other)
        if value is NotImplemented:
            return None
        for flag, number in ((self, self._value_), (other, value)):
            if number is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with {operator}")
        return self._value_, value

    def __or__(self, other):
        values = self._both_values(other, "|")
        return NotImplemented if values is None else self.__class__(values[0] | values[1])

    def __and__(self, other):
        values = self._both_values(other, "&")
        return NotImplemented if values is None else self.__class__(values[0] & values[1])

    def __xor__(self, other):
        values = self._both_values(other, "^")
        return NotImplemented if values is None else self.__class__(values[0] ^ values[1])

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            value = ~self._value_
            self._inverted_ = self.__class__(value if self._boundary_ in (EJECT, KEEP) else self._singles_mask_ & value)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


def _combined_name(cls, value):
    """The names of the members in a combined value, with | between; None for no bits."""
    singles = value & cls._singles_mask_
    aliases = value & ~cls._singles_mask_
    members, combined = [], 0
    for one in cls._iter_member_(singles):
        members.append(one)
        combined |= one._value_
    if aliases:
        for one in cls._member_map_.values():
            if one not in members and one._value_ and one._value_ & value == one._value_:
                members.append(one)
                combined |= one._value_
    unknown = value ^ combined
    if not combined:
        return None
    if unknown and cls._boundary_ is STRICT:
        raise ValueError(f"{cls!r}: no members with value {unknown!r}")
    name = "|".join([one._name_ for one in members])
    return f"{name}|{cls._numeric_repr_(unknown)}" if unknown else name


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A Flag whose members are ints."""


# Checks.

def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enumeration derived from etype of a plain class."""
    def convert(cls):
        namespace = type(etype).__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        return type(etype)(cls.__name__, (etype,), namespace, boundary=boundary)
    return convert


def unique(enumeration):
    """A decorator that refuses an enumeration with aliases."""
    aliases = [(name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
    if aliases:
        details = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    """What verify() looks at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that refuses an enumeration that fails one of the checks."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        tests = {UNIQUE: _verify_unique, CONTINUOUS: _verify_continuous, NAMED_FLAGS: _verify_named}
        for check in self.checks:
            tests[check](enumeration)
        return enumeration


def _verify_unique(enumeration):
    aliases = [(name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
    if aliases:
        details = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"aliases found in {enumeration!r}: {details}")


def _verify_continuous(enumeration):
    values = {one.value for one in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        kind = "flag"
        wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
    else:
        kind, wanted = "enum", range(low + 1, high)
    missing = [str(value) for value in wanted if value not in values]
    if missing:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(missing)}"[:256])


def _verify_named(enumeration):
    values = [one.value for one in enumeration]
    names, total = [], 0
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        missed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in values]
        if missed:
            names.append(name)
            total |= sum(missed)
    if names:
        which = f"alias {names[0]} is missing" if len(names) == 1 else \
            f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        what = f"value 0x{total:x}" if _is_single_bit(total) else f"combined values of 0x{total:x}"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {which} {what} "
                         "[use enum.show_flag_values(value) for details]")


# Enumerations whose members are constants of their module.

def _module_of(self):
    return self.__class__.__module__.split(".")[-1]


def global_enum_repr(self):
    """repr as module.NAME."""
    return f"{_module_of(self)}.{self._name_}"


def global_flag_repr(self):
    """repr as module.NAME|module.NAME."""
    module = _module_of(self)
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    return "|".join(name if self._boundary_ is KEEP and name[0].isdigit() else f"{module}.{name}"
                    for name in self._name_.split("|"))


def global_str(self):
    """str as NAME."""
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """A decorator that makes the members global in their module, and shows them so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
