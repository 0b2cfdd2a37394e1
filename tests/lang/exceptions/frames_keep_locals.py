# An exception keeps the frames that it passed through, and these their locals, as long as somebody has it.
import gc
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def inner(a, b):
    c = [a]

    def closure():
        return a

    raise KeyError("x")


def outer():
    k = 5
    inner(1, 2)


try:
    outer()
except KeyError as e:
    keep = e
step = keep.__traceback__
while step:
    frame = step.tb_frame
    shown = {name: value for name, value in frame.f_locals.items() if name in ("a", "b", "c", "k")}
    back = frame.f_back and frame.f_back.f_code.co_name
    print(frame.f_code.co_name, shown, step.tb_lineno, frame.f_lineno, back)
    step = step.tb_next
keep.__traceback__.tb_next.tb_next.tb_frame.clear()
print(keep.__traceback__.tb_next.tb_next.tb_frame.f_locals)


def with_local():
    local = Noisy("local")
    raise ValueError


try:
    with_local()
except ValueError as e:
    print("caught")
print("after")


def makes_cycle():
    local = Noisy("in a cycle")
    try:
        raise ValueError
    except ValueError as e:
        kept = e


makes_cycle()
print("still there")
gc.collect()
print("collected")


def generator():
    noisy = Noisy("generator")
    try:
        yield sys._getframe()
        raise ValueError("from the generator")
    finally:
        print("finally")


g = generator()
frame = next(g)
print(frame is g.gi_frame, list(frame.f_locals), frame.f_back)
try:
    next(g)
except ValueError as e:
    print(e.__traceback__.tb_next.tb_frame is frame, g.gi_frame)
    del frame, g
    print("leaving the handler")
print("end")
