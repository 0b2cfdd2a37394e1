import atexit
import weakref


class Thing:
    pass


atexit.register(print, "first registered")
atexit.register(print, "second registered", "with", sep="-")
thing = Thing()
weakref.finalize(thing, print, "finalizer of thing")
other = weakref.finalize(thing, print, "not at exit")
other.atexit = False


@atexit.register
def last():
    print("runs first")
    atexit.register(print, "registered too late")


def unwanted():
    print("never called")


atexit.register(unwanted)
atexit.unregister(unwanted)
print("end of the program")
