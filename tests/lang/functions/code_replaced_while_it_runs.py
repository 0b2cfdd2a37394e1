# A function may get another code while frames run the one that nothing else holds.
import gc
import sys


def make(text):
    names = {}
    exec(text, globals(), names)
    return names["made"]


def other(*args):
    return "other"


made = make("""
def made(depth):
    if depth:
        inner = made(depth - 1)
    else:
        made.__code__ = other.__code__
        inner = []
    gc.collect()
    others = [make("def made(): made = %d.5" % i) for i in range(20)]
    return inner + [(depth, "constant" + str(depth), 1.5, sys._getframe().f_code.co_name, len(others))]
""")
print(made(3))
print(made(3))
made = make("""
def made():
    made.__code__ = other.__code__
    gc.collect()
    yield "first"
    gc.collect()
    yield "second"
""")
import warnings

warnings.simplefilter("ignore")
print(list(made()), made())
made = make("def made(): made.__code__ = other.__code__; gc.collect(); raise ValueError('told ' + str(1))")
try:
    made()
except ValueError as error:
    gc.collect()
    frame = error.__traceback__.tb_next.tb_frame
    print(error, frame.f_code.co_name, frame.f_lineno, made())
