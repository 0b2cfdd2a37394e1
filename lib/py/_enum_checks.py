"""The part of enum that is about whole enumerations: checks of them, and those whose members are names of a module."""
import sys
from _enum_flags import KEEP, Flag, is_single_bit, show_flag_values
from enum import Enum, ReprEnum, StrEnum, _refuse_aliases

__name__ = "enum"  # the module that the classes say they are from


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enumeration derived from etype of a plain class."""
    def convert(cls):
        namespace = type(etype).__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        return type(etype)(cls.__name__, (etype,), namespace, boundary=boundary)
    return convert


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
    _refuse_aliases(enumeration, "aliases")


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
        missed = [bit for bit in show_flag_values(alias.value) if bit not in values]
        if missed:
            names.append(name)
            total |= sum(missed)
    if names:
        which = f"alias {names[0]} is missing" if len(names) == 1 else \
            f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        what = f"value 0x{total:x}" if is_single_bit(total) else f"combined values of 0x{total:x}"
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
    if is_single_bit(self._value_):
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


def convert(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
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
