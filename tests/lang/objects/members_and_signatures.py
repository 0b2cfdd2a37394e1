# Attributes that CPython reads from a struct are members; text signatures name self, type and module.
import inspect
import math
import types

for attribute in (types.CodeType.co_argcount, types.CodeType.co_varnames, types.FunctionType.__globals__,
                  types.FunctionType.__code__, OSError.errno, StopIteration.value, types.GenericAlias.__origin__,
                  UnicodeDecodeError.start, UnicodeDecodeError.object, types.MethodType.__func__):
    print(type(attribute).__name__, attribute, attribute.__name__, attribute.__qualname__, attribute.__objclass__,
          inspect.ismemberdescriptor(attribute), inspect.isgetsetdescriptor(attribute))


class Slotted:
    __slots__ = ("a",)


print(type(Slotted.a) is types.MemberDescriptorType is type(OSError.errno), Slotted.a.__qualname__)
slotted = Slotted()
slotted.a = 5
print(slotted.a, Slotted.a.__get__(slotted), OSError.errno.__get__(OSError(2, "x")))
for function in (str.split, list.pop, list.append, dict.fromkeys, int.__new__, int.from_bytes, math.sqrt, math.isclose,
                 [].sort, bytes.fromhex, int.to_bytes, object.__new__):
    print(function.__name__, function.__text_signature__)
print(dir(types.TracebackType(None, __import__("sys")._getframe(), 1, 2)), "append" in dir(list[int]))
for change in ("co_argcount", "__name__"):
    try:
        setattr(Slotted.__init__ if change[0] == "_" else (lambda: 0).__code__, change, 1)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
for arguments in ((), range(19)):
    try:
        types.CodeType(*arguments)
    except TypeError as error:
        print(error)


def documented():
    "with a docstring"


print(documented.__code__.co_flags, documented.__code__.replace(co_name="x").co_name)
