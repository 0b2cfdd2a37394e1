"""The front of every generated program: hostile classes, and how a result is shown.

Runs on CPython and on Ouro, so it is plain Python. `c(make, use)` is one call: make() gives the receiver,
use(receiver) the result; printed are the result or the exception, and the receiver when it could have changed.
"""

import bisect
import functools
import heapq
import io
import itertools
import json
import math
import operator
import os
import struct
import types
import typing
import weakref
from array import array
from collections import Counter, OrderedDict, defaultdict, deque

PLACE = f"/tmp/fuzz-diff-{os.getpid()}"
MUTABLE = (list, dict, set, bytearray, deque)
ITERATORS = ("iterator", "enumerate", "zip", "map", "filter", "reversed", "generator")
X = None  # the receiver
acts = 0  # changes of it that are left


class Boom(Exception):
    pass


def make_subclass(name, base):
    return type(name, (base,), {})


I = make_subclass("I", int)
F = make_subclass("F", float)
C = make_subclass("C", complex)
S = make_subclass("S", str)
B = make_subclass("B", bytes)
A = make_subclass("A", bytearray)
L = make_subclass("L", list)
T = make_subclass("T", tuple)
D = make_subclass("D", dict)
E = make_subclass("E", set)
Z = make_subclass("Z", frozenset)


def make_open(name, base):
    """A subclass that takes any arguments and hands on the positional ones."""

    def init(self, *args, **keywords):
        base.__init__(self, *args)

    def new(cls, *args, **keywords):
        return base.__new__(cls, *args)

    return type(name, (base,), {"__init__": init} if base in MUTABLE else {"__new__": new})


Y = make_subclass("Y", array)
Q = make_subclass("Q", deque)
OD = make_subclass("OD", OrderedDict)
DD = make_subclass("DD", defaultdict)
Raised = make_subclass("Raised", Exception)
RaisedOS = make_subclass("RaisedOS", OSError)
RaisedGroup = make_subclass("RaisedGroup", ExceptionGroup)
RaisedKey = make_subclass("RaisedKey", KeyError)
WeakSub = make_subclass("WeakSub", weakref.ref)
Meta = make_subclass("Meta", type)
K, V, Ks = typing.TypeVar("K"), typing.TypeVar("V"), typing.TypeVarTuple("Ks")


class Slots:
    __slots__ = ("a", "b")


class Abstract:
    __abstractmethods__ = frozenset(["a"])


def generated():
    got = yield 1
    try:
        got = yield got
    except ValueError as error:
        yield error
    return got


async def waited():
    return 5


kept = []


def keep(thing):
    """Holds what only weak references would hold; the last few of them."""
    kept.append(thing)
    del kept[:-20]
    return thing


II, FI, CI, SI, BI, AI, LI, TI, DI, EI, ZI = (make_open(kind.__name__ + "I", kind.__base__) for kind in (I, F, C, S, B, A, L, T, D, E, Z))


class M(dict):
    def __missing__(self, key):
        return ("missing", key)


class Given:
    """Has the special methods that are given, each with its result; an exception as a result is raised."""

    def __new__(cls, **methods):
        def method(result):
            def run(self, *args):
                if isinstance(result, BaseException):
                    raise result
                return result(*args) if type(result) is FUNCTION else result

            return run

        body = {f"__{name}__": None if result is None else method(result) for name, result in methods.items()}
        body.setdefault("__repr__", method("<given>"))
        return object.__new__(type("Given", (), body))


FUNCTION = type(lambda: 0)


def operators(name, base=object):
    """A subclass of base in which each operator method says that it was called."""

    def method(operator):
        return lambda self, *args: (name, operator, len(args))

    words = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split()
    body = {f"__{prefix}{word}__": method(prefix + word) for word in words for prefix in ("", "r", "i")}
    body |= {f"__{word}__": method(word) for word in ("lt", "le", "gt", "ge", "neg", "pos", "invert", "abs")}
    body["__repr__"] = lambda self: name
    return type(name, (base,), body)


Ops = operators("Ops")
OpsI = operators("OpsI", int)
OpsS = operators("OpsS", str)
OpsL = operators("OpsL", list)
OpsT = operators("OpsT", tuple)
OpsF = operators("OpsF", float)
OpsB = operators("OpsB", bytes)


class Iter:
    """An iterator over items that ends in an exception, when one is given; hint is its length hint."""

    def __init__(self, items, end=None, hint=None):
        self.items, self.end, self.hint = list(items), end, hint

    def __iter__(self):
        return self

    def __next__(self):
        if self.items:
            return self.items.pop(0)
        raise StopIteration if self.end is None else self.end

    def __length_hint__(self):
        if isinstance(self.hint, BaseException):
            raise self.hint
        return NotImplemented if self.hint is None else self.hint

    def __repr__(self):
        return "Iter"


class Seq:
    """A sequence by __getitem__ and __len__ alone."""

    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __repr__(self):
        return "Seq"


class Map(Seq):
    """A mapping by keys and __getitem__ alone."""

    def keys(self):
        return self.items.keys()


class Equal:
    """Compares as told; hash is 1."""

    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer

    __lt__ = __gt__ = __le__ = __ge__ = __eq__

    def __hash__(self):
        return 1

    def __repr__(self):
        return "Equal"


def boom(*args):
    raise Boom("boom")


hash_of = hash


def hash(x):
    """The hash of what has one that is the same in every process; for others, that there is one."""
    number = hash_of(x)
    return number if type(x) in (int, float, complex, bool, tuple, frozenset, range, slice) and ordered(x) else type(number)


def same(x):
    return x


def first(*args):
    return args[0]


def sign(x):
    return -x


def show(value, depth=0):
    """A text for value that is the same wherever it should be: no addresses, no order that follows the hash of a text."""
    kind = type(value)
    if depth > 4:
        return kind.__name__
    if kind in (list, tuple, L, T, LI, TI):
        return f"{kind.__name__}[{', '.join([show(item, depth + 1) for item in (list if issubclass(kind, list) else tuple).__iter__(value)])}]"
    if kind in (dict, D, DI, M):
        return f"{kind.__name__}{{{', '.join([show(k, depth + 1) + ': ' + show(v, depth + 1) for k, v in dict.items(value)])}}}"
    if kind in (set, frozenset, E, Z, EI, ZI):
        items = [show(item, depth + 1) for item in value]
        if not all(ordered(item) for item in value):
            items.sort()
        return f"{kind.__name__}<{', '.join(items)}>"
    if kind is memoryview:
        return shown_view(value)
    name = kind.__name__
    if name == "mappingproxy":  # of a class: the order of its attributes says nothing
        return name
    if name == "longrange_iterator":  # which of the two it is follows from the size of an int that is held in a word
        name = "range_iterator"
    if name in ("dict_keys", "dict_values", "dict_items"):
        return f"{name}({show(list(value), depth + 1)})"
    if name.endswith(ITERATORS) or kind is Iter or kind.__module__ == "itertools":
        return f"{name}({drained(value, depth)})"
    if name == "code":
        return f"code {value.co_qualname}"
    if "method" in name or "function" in name:
        return f"{name} {value.__qualname__}"
    return f"{name} {shortened(ascii(value))}"


def shown_view(view):
    try:
        return f"memoryview {view.format} {view.shape} {view.strides} {view.readonly} {shortened(ascii(view.tobytes()))}"
    except Exception as error:
        return f"memoryview {type(error).__name__}: {error}"


def drained(iterator, depth):
    items = []
    try:
        for _ in range(30):
            items.append(show(next(iterator), depth + 1))
    except StopIteration:
        items.append("end")
    except Exception as error:
        items.append(f"{type(error).__name__}: {error}")
    return ", ".join(items)


def ordered(value):
    """Is the value's hash the same in every process?"""
    if isinstance(value, (tuple, frozenset)):
        return all(ordered(item) for item in value)
    if isinstance(value, slice):
        return ordered((value.start, value.stop, value.step))
    if isinstance(value, range):
        return True
    return value is None or isinstance(value, Equal) or (isinstance(value, (int, float, complex)) and value == value)


def shortened(text):
    text = " at 0x...".join(part.lstrip("0123456789abcdef") if i else part for i, part in enumerate(text.split(" at 0x")))
    if len(text) <= 600:
        return text
    return f"{text[:300]}...{text[-200:]} ({len(text)} characters, sum {sum(map(ord, text))})"


def c(make, use):
    global X, acts
    acts = 3
    try:
        receiver = X = make()
    except BaseException as error:
        print(shortened(ascii(f"no receiver: {type(error).__name__}: {error}")))
        return
    try:
        line = show(use(receiver))
    except BaseException as error:
        line = f"{type(error).__name__}: {shown_error(error)}"
    if issubclass(type(receiver), (*MUTABLE, array)) or type(receiver).__name__.endswith(ITERATORS):
        line += f" then {shown_receiver(receiver)}"
    print(shortened(ascii(line)))


def shown_receiver(receiver):
    try:
        return show(receiver)
    except Exception as error:
        return f"(not shown: {type(error).__name__})"


def shown_error(error):
    try:
        return str(error)
    except BaseException as second:
        return f"(no text: {type(second).__name__}: {second})"


def iadd(x, y): x += y; return x
def isub(x, y): x -= y; return x
def imul(x, y): x *= y; return x
def iand(x, y): x &= y; return x
def ior(x, y): x |= y; return x
def ixor(x, y): x ^= y; return x
def imod(x, y): x %= y; return x
def ipow(x, y): x **= y; return x
def ilshift(x, y): x <<= y; return x
def setitem(x, i, v): x[i] = v
def delitem(x, i): del x[i]
def unpack2(x): a, b = x; return a, b
def unpack_star(x): a, *b, c = x; return a, b, c
def imatmul(x, y): x @= y; return x
def did(x, *uses):
    """What uses of x, one after the other, answer; of a file also what is in it at the end."""
    log = []
    for use in uses:
        try:
            log.append(show(use(x)))
        except Exception as error:
            log.append(f"{type(error).__name__}: {shown_error(error)}")
    if type(x).__module__ == "_io":
        log.append(content(x))
    return log


def call(function, *args, **keywords): return function(*args, **keywords)
def steps(iterator, *names): return [getattr(iterator, name)() for name in names]


def act(change):
    """Changes the receiver, a few times at most, so that no loop over it is endless."""
    global acts
    acts -= 1
    if acts >= 0:
        change()


def walked(x, change):
    """What a loop sees while the thing is changed."""
    seen = []
    for item in x:
        seen.append(item)
        change()
        if len(seen) > 6:
            break
    return seen


def del_all(x, *slices):
    for part in slices:
        del x[part]
    return x


def isqrt_check(x):
    return [x.bit_length(), x.bit_count(), x & -x, abs(x) >> 1, str(x)[:9], x % 10 ** 9]


class counted:
    """A number that writes down what it is compared with."""

    log = []

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        self.log.append((self.value, other.value))
        return self.value < other.value


def sort_steps(items, reverse):
    counted.log.clear()
    objects = [counted(item) for item in items]
    objects.sort(reverse=reverse)
    return [len(counted.log), sum((i + 1) * (a * 31 + b) for i, (a, b) in enumerate(counted.log)), counted.log[:5]]


def copied_value(x):
    import copy

    return [copy.copy(x), copy.deepcopy(x)]


def match(x):
    match x:
        case []:
            return "empty sequence"
        case [a]:
            return "one", a
        case [a, *b, c]:
            return "ends", a, b, c
        case {"a": a, **rest}:
            return "mapping", a, rest
        case {}:
            return "mapping"
        case str(a) | bytes(a) | int(a) | float(a):
            return "plain", a
        case set(a):
            return "set", a
        case object(real=a):
            return "real", a
        case _:
            return "other"


def with_it(x):
    with x as y:
        return y


def for_it(x):
    for y in x:
        return y
    return "empty"


def await_it(x):
    async def waits():
        return await x

    return waits().send(None)


def raise_it(x):
    raise x


def raise_from(x, cause):
    try:
        raise x from cause
    except BaseException as error:
        return error, error.__cause__, error.__suppress_context__


def throw_it(*args):
    return generated().throw(*args)


def caught_group(x, kinds):
    log = []
    try:
        try:
            raise x
        except* kinds as group:
            log.append(group.exceptions)
    except BaseException as error:
        log.append(error)
    return log


def assert_it(x):
    assert not x, x


def del_attr(x, name):
    delattr(x, name)


def class_of(base, meta):
    return type(class_made(base, meta))


def class_made(base, meta):
    class Made(base, metaclass=meta):
        pass

    return Made


def copied(iterator):
    import copy

    return [list(copy.copy(iterator)), list(iterator)]


def file_of(data, mode, *options):
    with open(PLACE, "wb") as file:
        file.write(data)
    if "x" in mode:
        os.remove(PLACE)
    return open(PLACE, mode, *options)


def content(file):
    """What a file holds once it is closed, or in memory."""
    if isinstance(file, (io.BytesIO, io.StringIO)):
        return None if file.closed else file.getvalue()
    try:
        file.close()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    with open(PLACE, "rb") as again:
        return again.read()


def buffer_filled(file, size):
    room = bytearray(size)
    return file.readinto(room), room


def failed(function):
    """What a Unicode error carries."""
    try:
        return function()
    except UnicodeError as error:
        return error.encoding, error.object, error.start, error.end, error.reason
