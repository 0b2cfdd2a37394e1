"""Names for the types that have none in builtins, and ways to make classes."""
import sys as _sys


def _function():
    cell = None

    def inner():
        return cell

    return inner


async def _coroutine():
    pass


async def _async_generator():
    yield


def _generator():
    yield


class _Class:
    __slots__ = ("member",)

    def method(self):
        pass


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
CellType = type(_function().__closure__[0])
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(_sys.implementation)
ModuleType = type(_sys)
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(_Class.member)
GeneratorType = type(_generator())
AsyncGeneratorType = type(_async_generator())
_awaitable = _coroutine()
CoroutineType = type(_awaitable)
_awaitable.close()
FrameType = type(_sys._getframe())


class CapsuleType:
    """What an extension module in C hands to another; there are none here."""

    __slots__ = ()
    __module__ = "builtins"
    __qualname__ = "PyCapsule"

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'PyCapsule' instances")

    def __init_subclass__(cls):
        raise TypeError("type 'PyCapsule' is not an acceptable base type")


CapsuleType.__name__ = "PyCapsule"
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
del _function, _coroutine, _async_generator, _generator, _Class, _awaitable


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement does; exec_body(namespace) fills it."""
    real = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, real, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if real is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, real, namespace, **kwds)


def resolve_bases(bases):
    """Replace the bases that have __mro_entries__ by what these answer."""
    new_bases = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            new_bases.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        changed = True
        new_bases.extend(entries)
    return tuple(new_bases) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """Return (metaclass, namespace, keywords) that a class statement would use."""
    kwds = dict(kwds) if kwds is not None else {}
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _winner(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def _winner(meta, bases):
    for kind in map(type, bases):
        if not issubclass(meta, kind):
            if not issubclass(kind, meta):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                "of the metaclasses of all its bases")
            meta = kind
    return meta


def get_original_bases(cls, /):
    """Return the bases as they were written."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError("Expected an instance of type, not %r" % type(cls).__name__) from None


class DynamicClassAttribute:
    """A property that only instances see: on the class, __getattr__ of the metaclass decides."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is None:
                raise AttributeError("unreadable attribute")
            return self.fget(instance)
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        result = type(self)(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def setter(self, fset):
        result = type(self)(self.fget, fset, self.fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def deleter(self, fdel):
        result = type(self)(self.fget, self.fset, fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result


def coroutine(func):
    """Let a generator function be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if isinstance(func, FunctionType) and func.__code__.co_flags & 0x1A0:  # a coroutine, or marked already
        return func
    if isinstance(func, FunctionType) and func.__code__.co_flags & 0x20:
        code = func.__code__.replace(co_flags=func.__code__.co_flags | 0x100)
        return FunctionType(code, func.__globals__, func.__name__, func.__defaults__, func.__closure__)

    class Awaitable:
        """Passes everything on to a generator-like object."""

        def __init__(self, generator):
            self.generator = generator

        def __await__(self):
            return self

        def __iter__(self):
            return self

        def __next__(self):
            return next(self.generator)

        def send(self, value):
            return self.generator.send(value)

        def throw(self, *args):
            return self.generator.throw(*args)

        def close(self):
            return self.generator.close()

    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if isinstance(result, CoroutineType) or not hasattr(result, "send"):
            return result
        return Awaitable(result)

    wrapped.__name__, wrapped.__qualname__, wrapped.__doc__ = func.__name__, func.__qualname__, func.__doc__
    wrapped.__wrapped__ = func
    return wrapped


__all__ = [name for name in globals() if name[:1] != "_"]


class _GeneratorWrapper:
    """A generator-like object made awaitable."""

    def __init__(self, gen):
        self._generator = gen
        self._is_plain = gen.__class__ is GeneratorType
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self._generator.send(val)

    def throw(self, tp, *rest):
        return self._generator.throw(tp, *rest)

    def close(self):
        return self._generator.close()

    def _shown(name):
        return property(lambda self: getattr(self._generator, name))

    gi_code = cr_code = _shown("gi_code")
    gi_frame = cr_frame = _shown("gi_frame")
    gi_running = cr_running = _shown("gi_running")
    gi_yieldfrom = cr_await = _shown("gi_yieldfrom")
    del _shown

    def __next__(self):
        return next(self._generator)

    def __iter__(self):
        return self._generator if self._is_plain else self

    __await__ = __iter__


def coroutine(func):
    """Make what a generator function returns awaitable; other functions are wrapped."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    code = getattr(func, "__code__", None)
    if func.__class__ is FunctionType and code.__class__ is CodeType:
        if code.co_flags & 0x180:
            return func
        if code.co_flags & 0x20:
            func.__code__ = code.replace(co_flags=code.co_flags | 0x100)
            return func
    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if made.__class__ is CoroutineType or made.__class__ is GeneratorType and made.gi_code.co_flags & 0x100:
            return made
        if all(hasattr(made, name) for name in ("__iter__", "__next__", "send", "throw", "close")) \
                and not hasattr(made, "__await__"):
            return _GeneratorWrapper(made)
        return made

    return wrapped
