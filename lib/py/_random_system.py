"""The part of random that asks the operating system."""
from posix import urandom
from random import RECIP_BPF, Random

__name__ = "random"  # the module that the class says it is from


class SystemRandom(Random):
    """Numbers from the operating system: nobody can know them, nothing brings them back."""

    def random(self):
        return (int.from_bytes(urandom(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size, kept = divmod(k + 7, 8)
        return int.from_bytes(urandom(size)) >> 7 - kept

    def randbytes(self, n):
        return urandom(n)

    def seed(self, *args, **kwds):
        """Does nothing: there is no seed."""

    def _refuse(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _refuse
