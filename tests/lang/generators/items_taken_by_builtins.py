# list(), sum() and the like take items while the generator's frame stays: it must look as if it had been suspended.
import sys


def count(n):
    for i in range(n):
        yield i


def failing():
    yield 1
    yield 2
    raise ValueError("third")


print(list(count(4)), tuple(count(2)), sorted(-x for x in count(3)), [*count(2), *count(1)], "".join(str(x) for x in count(4)))
print(sum(count(10)), sum(x * 0.5 for x in count(4)), sum(x for x in [1, 2.5, 10**20]), sum((x for x in [True, 2**62, 2**62]), 1))
print(sum(([x] for x in count(3)), []), min(count(4)), max(x for x in [1, 2.5, 2]), max(str(x) for x in count(4)))
print(any(x > 3 for x in count(9)), all(x < 3 for x in count(2)), any([x] for x in count(1)), all(""for _ in count(2)))
for take in list, tuple, sorted, sum, any, all, min, set:
    try:
        print(take.__name__, take(failing()))
    except ValueError as error:
        trace = error.__traceback__
        print(take.__name__, error, trace.tb_frame.f_code.co_name, trace.tb_next.tb_frame.f_code.co_name, trace.tb_next.tb_next)

items = count(6)
print(any(x == 2 for x in items), next(items), all(x == 4 for x in items), list(items), list(items))


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        print("asked", self.answer, items.gi_running)
        return self.answer


items = (Truth(x) for x in (False, True, False))
print(any(items), items.gi_running, len(list(items)))


def about_itself():
    yield 1
    try:
        list(itself)
    except ValueError as error:
        print(error)
    yield 2


itself = about_itself()
print(list(itself))


def looked_at():
    for i in range(3):
        yield sys._getframe().f_lineno and i


items = looked_at()
print(any(items), items.gi_frame.f_locals, list(items), items.gi_frame)


def nested(n):
    yield sum(count(n))
    yield list(count(n))
    yield from count(n)


print(list(nested(3)))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        print(list(sys.exc_info()[0] for _ in range(2)), any(sys.exc_info()[1] is None for _ in range(2)))
        raise
except ZeroDivisionError:
    print(sys.exc_info()[0])


def endless(n):
    return sum(endless(n + 1) for _ in range(1))


try:
    endless(0)
except RecursionError as error:
    print(error)
grown = [1]
grown.extend(grown.append(x) or x for x in count(3))
print(grown)
