# What pretends to be a class may name itself as its base. CPython 3.13 follows that until its stack is full.
class Pretender:
    pass


pretender = Pretender()
pretender.__bases__ = (pretender,)


class Instance:
    __class__ = pretender


try:
    dir(Instance())
except RecursionError as error:
    print(error)
