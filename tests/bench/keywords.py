"""Keyword arguments, defaults, stars, decorators, context managers and properties."""

from contextlib import contextmanager
from functools import wraps


def area(width, height=2, *, scale=1, offset=0):
    return width * height * scale + offset


def gather(*args, **options):
    return len(args) + len(options) + options.get("extra", 0)


def forward(*args, **options):
    return gather(*args, **options)


def counted(function):
    @wraps(function)
    def wrapper(*args, **options):
        wrapper.calls += 1
        return function(*args, **options)

    wrapper.calls = 0
    return wrapper


def clamped(low, high):
    def decorate(function):
        def wrapper(value):
            return min(max(function(value), low), high)

        return wrapper

    return decorate


@counted
def triple(x, times=3):
    return x * times


@clamped(10, 5000)
def square(x):
    return x * x


class Depth:
    def __init__(self):
        self.level = self.most = 0

    def __enter__(self):
        self.level += 1
        self.most = max(self.most, self.level)
        return self

    def __exit__(self, kind, error, traceback):
        self.level -= 1
        return kind is ZeroDivisionError


@contextmanager
def added(items, item):
    items.append(item)
    try:
        yield items
    finally:
        items.pop()


class Celsius:
    def __init__(self, degrees=0.0, *, unit="C"):
        self._degrees = degrees
        self.unit = unit

    @property
    def fahrenheit(self):
        return self._degrees * 1.8 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._degrees = (value - 32) / 1.8

    @classmethod
    def boiling(cls, **options):
        return cls(100.0, **options)

    @staticmethod
    def is_hot(degrees, *, limit=30):
        return degrees > limit


def main(count):
    total = 0
    for i in range(count):
        total += area(i, scale=2) + area(height=3, width=i) + area(i, 4, offset=i)
        total += gather(i, i, extra=i) + forward(1, *(2, 3), **{"extra": 1}, more=2)
    for i in range(count):
        total += triple(i) + triple(i, times=2) + square(i % 100)
    assert triple.calls == 2 * count
    depth, items = Depth(), []
    for i in range(count):
        with depth as outer, depth:
            total += outer.level
            if i % 10 == 0:
                total //= i % 2
        with added(items, i) as now:
            total += len(now)
    assert depth.level == 0 and depth.most == 2 and not items
    warm = Celsius.boiling(unit="K")
    for i in range(count):
        warm.fahrenheit = warm.fahrenheit + 1
        total += Celsius.is_hot(i, limit=count // 2) + (Celsius(degrees=i).unit == "C")
    assert abs(warm.fahrenheit - 212 - count) < 1e-3
    return total


result = main(240000)
print(result)
