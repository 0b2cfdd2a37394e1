"""What the body of an enumeration is written with: auto, member, nonmember, property; and the namespace it runs in."""
from _functools import partial
from builtins import property as _own_property

__name__ = "enum"  # the module that the classes say they are from


class nonmember:
    """Keeps a value in the body of an enumeration from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in the body of an enumeration a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class _Unset:
    def __repr__(self):
        return "_auto_null"


_unset = _Unset()


class auto:
    """Stands for a value that _generate_next_value_ chooses."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property:
    """An attribute of members that a member may have as its name: on the class it is the member."""

    member = None  # of this name

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return self._read(instance, ownerclass) if self.fget is None else self.fget(instance)
        if self.member is None:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        return self.member

    def _read(self, instance, ownerclass):
        """What the attribute of a member is when no function tells: _bind() of enum may replace this."""
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

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


class _stored(property):
    """name and value: read from an attribute."""

    def __init__(self, attribute, doc):
        super().__init__(doc=doc)
        self._attribute = attribute
        self.fget = self._get

    def _get(self, instance):
        return getattr(instance, self._attribute)


class name_property(_stored):
    def __get__(self, instance, ownerclass=None):
        return super().__get__(None, ownerclass) if instance is None else instance._name_


class value_property(_stored):
    def __get__(self, instance, ownerclass=None):
        return super().__get__(None, ownerclass) if instance is None else instance._value_


# Kinds of names and values.

def is_descriptor(obj):
    return not isinstance(obj, partial) and (hasattr(obj, "__get__") or hasattr(obj, "__set__")
                                             or hasattr(obj, "__delete__"))


def _underscores(name):
    """How many underscores a name has around it, as many in front as behind; else 0."""
    front = len(name) - len(name.lstrip("_"))
    return front if front < len(name) and front == len(name) - len(name.rstrip("_")) else 0


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and not name.endswith("__")


def _is_inner_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    qualname, inner = obj.__qualname__, f"{cls_name}.{getattr(obj, '__name__', None)}"
    return qualname == inner or qualname.endswith("." + inner)


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
        elif not is_descriptor(value) and \
                not (self._cls_name is not None and _is_inner_class(self._cls_name, value)):
            value = self._add(key, value)
        super().__setitem__(key, value)

    def _is_special(self, key, value):
        """Whether a name that begins with an underscore is no member; acts on those that enumerations know."""
        if self._cls_name is not None and _is_private(self._cls_name, key):
            return True
        around = _underscores(key)
        if around != 1:
            return around == 2
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
        if item.value is _unset:
            item.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(item.value)
        return item.value

    @_own_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        if hasattr(members, "keys"):
            members = [(name, members[name]) for name in members.keys()]
        for pairs in members, more_members.items():
            for name, value in pairs:
                self[name] = value
