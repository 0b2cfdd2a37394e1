# Garbage speaks in the order in which it was made: generators that wait inside a try, and objects with __del__.
import gc


def waiting(name):
    try:
        yield name
    finally:
        print("closed", name)


def started(name):
    generator = waiting(name)
    next(generator)
    return generator


class Noisy:
    def __del__(self):
        print("deleted", type(self).__name__)


class Named(Noisy):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("deleted", self.name)


for reverse in False, True:
    ring = [Named(1), started("g1"), Noisy(), started("g2"), Named(2), started("g3"), Noisy()]
    if reverse:
        ring.reverse()
    ring.append(ring)
    del ring
    gc.collect()

print("end")
g = started("at exit")
n = Noisy()
h = started("at exit 2")
m = Named("m")
