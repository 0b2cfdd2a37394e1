"""Loops over instances whose class has __next__: items, the end, errors, and what else may happen in it."""
import sys


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


def local_loop():
    total = 0
    for i in Count(5):
        for j in Count(i):
            total += j
        else:
            total += 100
    return total


print(local_loop(), [a for a in Count(3)], list(Count(3)), {k: v for k, v in zip(Count(3), Count(4))})
for g in Count(2):
    print("global", g)
for g, h in map(divmod, Count(2), [1, 1]):
    print("pair", g, h)


class Pairs(Count):
    def __next__(self):
        n = super().__next__()
        return n, -n


for a, b in Pairs(3):
    print(a, b)


class Kept:
    """Keeps the StopIteration that it raises."""

    def __iter__(self):
        return self

    def __next__(self):
        self.end = StopIteration("kept")
        raise self.end


kept = Kept()
for _ in kept:
    pass
frame = kept.end.__traceback__
print(kept.end, frame is not None and frame.tb_frame.f_code.co_name, sys.exc_info())


class Inner:
    """StopIteration from deeper down ends the loop too, other exceptions do not."""

    def __init__(self, error):
        self.error = error
        self.left = 2

    def __iter__(self):
        return self

    def deeper(self):
        self.left -= 1
        if self.left < 0:
            raise self.error
        return self.left

    def __next__(self):
        try:
            return self.deeper()
        finally:
            print("finally", end=" ")


for error in StopIteration, StopIteration(5), type("Mine", (StopIteration,), {}), ValueError("no"), KeyError:
    try:
        for x in Inner(error):
            print(x, end=" ")
        print("ended")
    except Exception as e:
        print("raised", repr(e), e.__traceback__.tb_next.tb_frame.f_code.co_name)


class Caught(Count):
    def __next__(self):
        try:
            return super().__next__()
        except StopIteration:
            return "the end" if self.__dict__.setdefault("asked", 0) or self.__dict__.update(asked=1) else self.stop()

    def stop(self):
        raise StopIteration


print([x for x in Caught(2)])


class Generates:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):  # a generator function: each item is a generator
        yield self.left


for number, item in enumerate(Generates()):
    print(number, next(item))
    if number == 1:
        break


class Changing:
    """__next__ is replaced while the loop runs."""

    def __iter__(self):
        return self

    def __next__(self):
        Changing.__next__ = lambda self: (_ for _ in ()).throw(StopIteration) if False else Changing.last()
        return "first"

    @staticmethod
    def last():
        del Changing.__next__
        return "second"


try:
    for x in Changing():
        print(x)
except TypeError as e:
    print(type(e).__name__)


def deep(n):
    class Nested:
        def __iter__(self):
            return self

        def __next__(self):
            if n == 0:
                raise StopIteration
            for x in deep(n - 1):
                return x
            raise StopIteration

    return Nested()


for x in deep(30):
    print("never")


class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        for x in self:
            return x


try:
    for x in Endless():
        pass
except RecursionError as e:
    print(type(e).__name__, e)


def in_generator():
    for x in Count(3):
        yield x


print(list(in_generator()))


def traced():
    lines = []

    def trace(frame, event, argument):
        if frame.f_code.co_name in ("__next__", "run"):
            lines.append((frame.f_code.co_name, event))
        return trace

    def run():
        for x in Count(1):
            pass

    sys.settrace(trace)
    run()
    sys.settrace(None)
    return lines


print(traced())


# A class that loses __next__ on the way.
def losing():
    class Losing:
        def __iter__(self):
            return self

        def __next__(self):
            del Losing.__next__
            return 1

    return Losing()


def each(items):
    for item in items:
        print("item", item)


def unpack(items):
    a, b = items


for use in each, unpack, sum, max, set, lambda items: [*items], lambda items: (next(items), next(items)):
    try:
        use(losing())
    except (TypeError, AttributeError) as error:
        print(error)
