# The profile function hears of calls and returns, of functions in C too.
import sys

events = []


def profile(frame, event, argument):
    shown = argument if event == "return" else getattr(argument, "__qualname__", argument)
    events.append((frame.f_code.co_name, event, shown))


def double(x):
    return x * 2


def numbers():
    yield 1
    yield 2


def work():
    items = [3, 1]
    items.append(len(items))
    items.sort(key=double)
    try:
        int("z")
        ord("zz")
    except ValueError:
        pass
    return list(numbers())


def fails():
    raise KeyError


sys.setprofile(profile)
work()
try:
    fails()
except KeyError:
    pass
print(sys.getprofile() is profile)
sys.setprofile(None)
for event in events:
    print(event)
