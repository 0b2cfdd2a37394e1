import sys


class Stand:
    __slots__ = ("__name__", "__path__", "__spec__", "__file__")

    def __init__(self):
        for name in self.__slots__:
            setattr(self, name, globals()[name])


sys.modules[__name__] = Stand()
