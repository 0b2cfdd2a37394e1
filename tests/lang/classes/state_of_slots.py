# __getstate__ lists slots in the order in which the classes name them.
import copy


class Base:
    __slots__ = ("zeta", "__secret", "alpha")


class Derived(Base):
    __slots__ = "more"

    def __init__(self):
        self.alpha, self.more, self.zeta, self._Base__secret = 1, 2, 3, 4


print(Derived().__getstate__(), Derived().__reduce_ex__(2)[2])
d = Derived()
del d.alpha
d.alpha = [5]
print(d.__getstate__(), copy.copy(d).alpha is d.alpha, copy.deepcopy(d).alpha is d.alpha)
del d.more
print(d.__getstate__(), Derived.__slotnames__, Base().__getstate__())
try:
    type.__new__(type, "X", (), {"__classcell__": 5})
except TypeError as e:
    print(e)
