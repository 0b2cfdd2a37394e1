import sys


def hook(*args, **kwargs):
    print("hook", args, kwargs)
    return 5


sys.breakpointhook = hook
print(breakpoint(), breakpoint(1, x=2))
sys.breakpointhook = lambda: 1 / 0
try:
    breakpoint()
except ZeroDivisionError as error:
    print(error)
print(sys.__breakpointhook__ is hook)
import os

sys.breakpointhook = sys.__breakpointhook__
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint(), breakpoint(1, x=2))
