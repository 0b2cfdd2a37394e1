"""Weak references: to an object that they do not keep alive.

ref and proxy are the references themselves; WeakValueDictionary, WeakKeyDictionary and WeakSet forget an entry when its
object goes; finalize calls a function then.
"""
import atexit as _atexit
import sys as _sys
from _weakref import (CallableProxyType, ProxyType, ReferenceType, _remove_dead_weakref, getweakrefcount, getweakrefs,
                      proxy, ref)
from _weakrefset import WeakSet

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]


class KeyedRef(ref):
    """A reference that knows the key it is stored under."""

    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakMethod(ref):
    """A reference to a bound method: it holds neither the object nor the method, and makes the method anew."""

    __slots__ = ("_function", "_kind", "_alive", "_callback", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}".format(type(meth))) from None
        self = ref.__new__(cls, obj, WeakMethod._end)
        self._function = KeyedRef(func, _function_gone, ref(self))
        self._kind, self._callback, self._alive = type(meth), callback, True
        return self

    def _end(self):
        """The object is gone, or the function: whichever goes first."""
        alive, self._alive = self._alive, False
        if alive and self._callback is not None:
            self._callback(self)

    def __call__(self):
        func, obj = self._function(), ref.__call__(self)
        if func is not None and obj is not None:
            return self._kind(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._function == other._function
        return self is other

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self == other

    __hash__ = ref.__hash__


def _function_gone(function):
    method = function.key()
    if method is not None:
        method._end()


class _WeakMapping:
    """What the weak dictionaries share."""

    __class_getitem__ = classmethod(type(list[int]))

    def clear(self):
        self.data.clear()

    def __len__(self):
        return sum(1 for _ in self.items())

    def __iter__(self):
        for key, _ in self.items():
            yield key

    keys = __iter__

    def values(self):
        for _, value in self.items():
            yield value

    def __eq__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return _filled(self.copy(), other) if _is_mapping(other) else NotImplemented

    def __ror__(self, other):
        return _filled(self.__class__(), other, self) if _is_mapping(other) else NotImplemented


def _is_mapping(thing):
    from _collections_abc import Mapping
    return isinstance(thing, Mapping)


def _filled(mapping, *others):
    for other in others:
        mapping.update(other)
    return mapping


class WeakValueDictionary(_WeakMapping):
    """A mapping that does not keep its values alive."""

    def __init__(self, other=(), /, **kw):
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None:
                _remove_dead_weakref(self.data, dead.key)

        self._remove = remove
        self.data = {}
        self.update(other, **kw)

    def _ref(self, key, value):
        return KeyedRef(value, self._remove, key)

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = self._ref(key, value)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def itervaluerefs(self):
        """Iterate over the references; each may be dead by the time it is asked."""
        yield from list(self.data.values())

    def valuerefs(self):
        """Return a list of the references; each may be dead by the time it is asked."""
        return list(self.data.values())

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in other.items() if hasattr(other, "items") else dict(other).items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        return _filled(WeakValueDictionary(), self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new


class WeakKeyDictionary(_WeakMapping):
    """A mapping that does not keep its keys alive."""

    def __init__(self, dict=None):
        self.data = {}
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None:
                self.data.pop(dead, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def items(self):
        for reference, value in list(self.data.items()):
            if (key := reference()) is not None:
                yield key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def keyrefs(self):
        """Return a list of the references; each may be dead by the time it is asked."""
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in (dict if hasattr(dict, "items") else type({})(dict)).items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        return _filled(WeakKeyDictionary(), self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new


class finalize:
    """Calls func(*args, **kwargs) when obj goes, or at the latest when the interpreter ends."""

    __slots__ = ()
    # finalizer -> [reference to obj, func, args, kwargs, atexit], the newest last; it is dead once not in here
    _registry = {}
    _shutdown = False
    _atexit_knows = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._atexit_knows:
            finalize._atexit_knows = True
            _atexit.register(finalize._exitfunc)
        finalize._registry[self] = [ref(obj, self), func, args, kwargs, True]

    def __call__(self, _=None):
        """Call func(*args, **kwargs) and return its result, unless dead: then None."""
        pending = finalize._registry.pop(self, None)
        if pending and not finalize._shutdown:
            return pending[1](*pending[2], **pending[3])

    def peek(self):
        """Return (obj, func, args, kwargs); None when dead."""
        pending = finalize._registry.get(self)
        obj = pending and pending[0]()
        return None if obj is None else (obj, *pending[1:4])

    def detach(self):
        """Make it dead without the call; return what peek() did."""
        found = self.peek()
        return found if found and finalize._registry.pop(self, None) else None

    @property
    def alive(self):
        """Whether the function is still to be called."""
        return self in finalize._registry

    @property
    def atexit(self):
        """Whether the function is called when the interpreter ends."""
        return self.alive and finalize._registry[self][4]

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            finalize._registry[self][4] = bool(value)

    def __repr__(self):
        found = self.peek()
        end = "for %r at %#x" % (type(found[0]).__name__, id(found[0])) if found else "dead"
        return "<%s object at %#x; %s>" % (type(self).__name__, id(self), end)

    @classmethod
    def _exitfunc(cls):
        """Calls what is left, the newest first; functions may make new finalizers meanwhile."""
        try:
            while left := [finalizer for finalizer, pending in cls._registry.items() if pending[4]]:
                try:
                    left[-1]()
                except Exception:
                    _sys.excepthook(*_sys.exc_info())
        finally:
            finalize._shutdown = True


def _say_abilities(set, mapping):
    """Called when both modules are there, so that neither waits for the other: most programs need only one."""
    set.register(WeakSet)
    mapping.register(_WeakMapping)


if "_collections_abc" in _sys.modules:
    _say_abilities(_sys.modules["_collections_abc"].MutableSet, _sys.modules["_collections_abc"].MutableMapping)
