"""The part of enum that is about flags: enumerations whose members are combined bit by bit."""
import enum
import sys
from _operator import and_, or_, xor
from enum import Enum, ReprEnum, StrEnum, auto

__name__ = "enum"  # the module that the classes say they are from


def is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def note_bits(cls, value):
    """Adds the value of a new member to what is known of the bits of a class. Tells whether it is a single bit."""
    if not isinstance(value, int):
        return False
    single = is_single_bit(value)
    cls._flag_mask_ |= value
    if single:
        cls._singles_mask_ |= value
    cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    return single


class FlagBoundary(StrEnum):
    """What a Flag does with bits that no member has: error, drop them, become an int, keep them."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def show_flag_values(value):
    """Return the single bits of a value."""
    value = value.value if isinstance(value, Enum) else value
    if value < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    bits = []
    while value:
        bits.append(value & -value)
        value &= value - 1
    return bits


def bin(num, max_bits=None):
    """Like bin() of builtins, with all bits of a negative number, and the sign apart: bin(10) is '0b0 1010'."""
    bits = num.bit_length()
    digits = format(num & ((1 << bits) - 1), f"0{bits}b") if bits else ""
    sign = "1" if num < 0 else "0"
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return f"0b{sign} {digits}"


def _combination(name, symbol, operation):
    """The operator of this name between two flags, or a flag and a value of its data type."""
    def combine(self, other):
        cls = self.__class__
        if isinstance(other, cls):
            value = other._value_
        elif cls._member_type_ is not object and isinstance(other, cls._member_type_):
            value = other
        else:
            return NotImplemented
        if self._value_ is None or value is None:
            flag = self if self._value_ is None else other
            raise TypeError(f"'{flag}' cannot be combined with other flags with {symbol}")
        return cls(operation(self._value_, value))

    combine.__name__, combine.__qualname__ = name, "Flag." + name
    return combine


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be combined with | & ^ and ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the next power of two."""
        highest = max(last_values, default=None)
        if highest is None and not last_values:
            return 1 if start is None else start
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {highest!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in show_flag_values(value & cls._flag_mask_):
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

    __or__ = _combination("__or__", "|", or_)
    __and__ = _combination("__and__", "&", and_)
    __xor__ = _combination("__xor__", "^", xor)

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


enum._flags = sys.modules["_enum_flags"]


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A Flag whose members are ints."""
