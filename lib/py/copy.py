"""Shallow and deep copies."""
import sys
import types
import weakref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_ATOMS = {type(None), int, float, bool, complex, str, bytes, type(...), type(NotImplemented), type, range, property,
          weakref.ref, types.FunctionType, types.BuiltinFunctionType, types.CodeType, types.UnionType}
_IMMUTABLE = _ATOMS | {tuple, frozenset, slice}
_SHALLOW = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def _reduce(x, kind):
    """What x is made again from."""
    cls = type(x)
    copyreg = sys.modules.get("copyreg")
    registered = copyreg and copyreg.dispatch_table.get(cls)
    if registered:
        return registered(x)
    reduce = getattr(x, "__reduce_ex__", None)
    if reduce is not None:
        return reduce(4)
    reduce = getattr(x, "__reduce__", None)
    if reduce is None:
        raise Error("un(%s)copyable object of type %s" % (kind, cls))
    return reduce()


def copy(x):
    """Return a copy of x that shares what x refers to."""
    cls = type(x)
    shallow = _SHALLOW.get(cls)
    if shallow is not None:
        return shallow(x)
    if cls in _IMMUTABLE or issubclass(cls, type):
        return x
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    return _rebuild(x, _reduce(x, "shallow"), None)


def deepcopy(x, memo=None):
    """Return a copy of x and of all that it refers to."""
    if memo is None:
        memo = {}
    cls = type(x)
    if cls in _ATOMS:
        return x
    number = id(x)
    done = memo.get(number)
    if done is not None:
        return done
    maker = _DEEP.get(cls)
    if maker is not None:
        made = maker(x, memo)
    elif issubclass(cls, type):
        return x
    elif (own := getattr(x, "__deepcopy__", None)) is not None:
        made = own(memo)
    else:
        made = _rebuild(x, _reduce(x, "deep"), memo)
    if made is not x:
        memo[number] = made
        memo.setdefault(id(memo), []).append(x)  # keeps x, and so its id, as long as the memo
    return made


def _deep_list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    done = memo.get(id(x))  # a cycle through the tuple has copied it
    if done is not None:
        return done
    return x if all(a is b for a, b in zip(x, items)) else tuple(items)


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_DEEP = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, bytearray: lambda x, memo: bytearray(x),
         types.MethodType: _deep_method, set: lambda x, memo: {deepcopy(item, memo) for item in x},
         frozenset: lambda x, memo: frozenset(deepcopy(item, memo) for item in x)}


def _rebuild(x, recipe, memo):
    """Follow what __reduce_ex__ answered. memo None: a shallow copy."""
    return x if isinstance(recipe, str) else _reconstruct(x, memo, *recipe)


def _reconstruct(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(a, memo) for a in args]
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, deepcopy(state, memo) if deep else state)
    for item in items or ():
        made.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        _set_attributes(made, state)
    if slots:
        for name, value in slots.items():
            setattr(made, name, value)


def _set_attributes(made, state):
    """made.__dict__.update(state); where nothing can tell the difference, no dict is made of the object's attributes."""
    cls = type(made)
    if type(state) is dict and cls.__setattr__ is object.__setattr__:
        for name in state:
            if type(name) is not str or hasattr(cls, name):
                break
        else:
            for name, value in state.items():
                setattr(made, name, value)
            return
    made.__dict__.update(state)


def replace(obj, /, **changes):
    """Return a copy of obj with some fields changed."""
    maker = getattr(type(obj), "__replace__", None)
    if maker is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return maker(obj, **changes)
