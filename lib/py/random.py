"""Random numbers: the same ones for the same seed on every machine and run."""
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs, floor as _floor
from math import isfinite as _isfinite, lgamma as _lgamma, log as _log, log2 as _log2, pi as _pi, sin as _sin
from math import sqrt as _sqrt, tau as TWOPI
from itertools import accumulate as _accumulate
from operator import index as _index
from _bisect import bisect_right as _bisect
import _random

__all__ = [
    "Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate",
    "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
    "random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
    "weibullvariate",
]

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2 ** -BPF
_ONE = 1


def _is_sequence(value):
    if isinstance(value, (list, tuple, range, str, bytes, bytearray, memoryview)):
        return True
    from collections.abc import Sequence
    return isinstance(value, Sequence)


def _number_of_text(text):
    """The seed that a text is: its bytes with their SHA-512 behind them."""
    if isinstance(text, str):
        text = text.encode()
    return int.from_bytes(text + _random._sha512(text))


def _old_number_of_text(text):
    """The seed that a text was before Python 3.2: its hash at that time, of 64 bits."""
    codes = text if isinstance(text, bytes) else [ord(character) for character in text]
    number = codes[0] << 7 if codes else 0
    for code in codes:
        number = number * 1000003 & 0xFFFFFFFFFFFFFFFF ^ code
    return number ^ len(codes)


class Random(_random.Random):
    """Numbers that look random, from one seed.

    A subclass may have a source of its own: it defines random(), and getrandbits() when it can.
    """

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Begin anew from a, or from what the system calls random."""
        if isinstance(a, (str, bytes, bytearray)):
            if version == 2:
                a = _number_of_text(a)
            elif version == 1 and not isinstance(a, bytearray):
                a = _old_number_of_text(a)
        elif not (a is None or isinstance(a, (int, float))):
            raise TypeError("The only supported seed types are:\n"
                            "None, int, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """What setstate() goes on from."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Go on from what getstate() returned."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError("state with version %s passed to Random.setstate() of version %s"
                             % (version, self.VERSION))
        _, words, self.gauss_next = state
        if version == 2: # its words came with a sign
            try:
                words = tuple([word % 2 ** 32 for word in words])
            except ValueError as problem:
                raise TypeError from problem
        super().setstate(words)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Whole numbers.

    def __init_subclass__(cls, /, **kwargs):
        """Chooses where _randbelow() gets its numbers: from the method that the nearest class replaces."""
        replaced = [base.__dict__ for base in cls.__mro__[:cls.__mro__.index(Random)]]
        source = next((name for methods in replaced for name in ("_randbelow", "getrandbits", "random")
                       if name in methods), None)
        if source == "getrandbits":
            cls._randbelow = cls._below_by_bits
        elif source == "random":
            cls._randbelow = cls._below_by_fractions

    def _below_by_bits(self, n):
        bits = n.bit_length()
        while (number := self.getrandbits(bits)) >= n:
            pass
        return number

    def _below_by_fractions(self, n):
        places = 1 << BPF # that random() tells apart
        if n >= places:
            from warnings import warn
            warn("Underlying random() generator does not supply \n"
                 "enough bits to choose from a population range this large.\n"
                 "To remove the range limitation, add a getrandbits() method.")
            return _floor(self.random() * n)
        even = places - places % n # so many fall evenly to n numbers
        while (place := self.random() * places) >= even:
            pass
        return _floor(place) % n

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=_ONE):
        """A number of range(start, stop, step)."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(first)
        count, stride = _index(stop) - first, _index(step)
        if stride != 1:
            if not stride:
                raise ValueError("zero step for randrange()")
            count = -(-count // stride) # rounded up
        if count > 0:
            return first + stride * self._randbelow(count)
        shown = f"{start}, {stop}" if stride == 1 else f"{start}, {stop}, {step}"
        raise ValueError(f"empty range in randrange({shown})")

    def randint(self, a, b):
        """A number from a to b, both included."""
        return self.randrange(a, b + 1)

    # From sequences.

    def choice(self, seq):
        """An item of a sequence that is not empty."""
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Bring a list into a random order, in place."""
        self._mix(x, len(x) - 1)

    def _mix(self, items, count):
        """Swap random items to the last places, count of them from the end (Durstenfeld, 1964)."""
        randbelow = self._randbelow
        for last in range(len(items) - 1, len(items) - count - 1, -1):
            place = randbelow(last + 1)
            items[last], items[place] = items[place], items[last]

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, in random order; counts tells how often each of them is there."""
        if not _is_sequence(population):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            sums = list(_accumulate(counts))
            if len(sums) != n:
                raise ValueError("The number of counts does not match the population")
            total = sums.pop()
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_bisect(sums, place)] for place in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        [] * k # a TypeError unless k is whole
        # A list of what is left, unless remembering what was taken needs less memory.
        if n <= 21 + (4 ** _ceil(_log(k * 3, 4)) if k > 5 else 0):
            left = list(population)
            self._mix(left, k)
            left.reverse()
            return left[:k]
        randbelow = self._randbelow
        taken = {}
        while len(taken) < k:
            taken[randbelow(n)] = True # a place that was taken keeps its turn
        return [population[place] for place in taken]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, which may repeat; weights, or their running sums, tell how likely each is."""
        random, n = self.random, len(population)
        if weights is not None:
            if cum_weights is not None:
                raise TypeError("Cannot specify both weights and cumulative weights")
            if isinstance(weights, int):
                raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}")
            cum_weights = list(_accumulate(weights))
        if cum_weights is None:
            n += 0.0
            return [population[_floor(random() * n)] for _ in range(k)]
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(cum_weights, random() * total, 0, n - 1)] for _ in range(k)]

    # Distributions of real numbers.

    def uniform(self, a, b):
        """Any number from a to b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """From low to high, most likely near mode: by default in the middle."""
        u = self.random()
        if mode is None:
            part = 0.5
        elif high == low:
            return low
        else:
            part = (mode - low) / (high - low) # of all are on the left of mode
        if u > part:
            return high + (low - high) * _sqrt((1.0 - u) * (1.0 - part))
        return low + (high - low) * _sqrt(u * part)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """The normal distribution with this mean and standard deviation, by ratios of uniform numbers (Kinderman and
        Monahan, 1977)."""
        random = self.random
        z, room = 1.0, 0.0
        while z * z > room:
            z = NV_MAGICCONST * (random() - 0.5)
            below = 1.0 - random()
            z /= below
            room = -4.0 * _log(below)
        return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """The normal distribution; makes two numbers at a time and keeps the second (Box and Muller, 1958)."""
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle, radius = self.random() * TWOPI, _sqrt(-2.0 * _log(1.0 - self.random()))
            z, self.gauss_next = _cos(angle) * radius, _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """What has a logarithm that is normally distributed."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """The exponential distribution with the mean 1 / lambd."""
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle around mu; kappa 0: any angle."""
        if kappa <= 1e-6:
            return TWOPI * self.random()
        turn = _acos(self._cosine(0.5 / kappa))
        return (mu + (turn if self.random() > 0.5 else -turn)) % TWOPI

    def _cosine(self, s):
        """The cosine of the angle that von Mises' distribution turns by (Best and Fisher, 1979)."""
        random = self.random
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                q = 1.0 / r
                return (q + z) / (1.0 + q * z)

    def gammavariate(self, alpha, beta):
        """The gamma distribution with the mean alpha * beta."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        return (self._gamma_above_one(alpha) if alpha > 1.0 else self._gamma_below_one(alpha)) * beta

    def _gamma_above_one(self, alpha):
        """Algorithm GB of Cheng, 1977."""
        random = self.random
        scale = _sqrt(2.0 * alpha - 1.0)
        low, slope = alpha - LOG4, alpha + scale
        while True:
            u = random()
            if 1e-7 < u < 0.9999999:
                z = u * u * (1.0 - random())
                v = _log(u / (1.0 - u)) / scale
                x = alpha * _exp(v)
                r = low + slope * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x

    def _gamma_below_one(self, alpha):
        """Algorithm GS of Ahrens and Dieter, 1974."""
        random = self.random
        b = (_e + alpha) / _e
        while True:
            p = b * random()
            if p > 1.0:
                x = -_log((b - p) / alpha)
                bound = x ** (alpha - 1.0)
            else:
                x = p ** (1.0 / alpha)
                bound = _exp(-x)
            if random() <= bound:
                return x

    def betavariate(self, alpha, beta):
        """The beta distribution: from 0 to 1."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """The Pareto distribution of this shape."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """The Weibull distribution of scale alpha and shape beta."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    # A distribution of whole numbers.

    def binomialvariate(self, n=1, p=0.5):
        """How many of n trials succeed when each does with the probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        return self._binomial_by_gaps(n, p) if n * p < 10.0 else self._binomial_by_rejection(n, p)

    def _binomial_by_gaps(self, n, p):
        """Devroye, 1980: the distances between successes."""
        random = self.random
        x = y = 0
        c = _log2(1.0 - p)
        if not c:
            return x
        while True:
            y += _floor(_log2(random()) / c) + 1
            if y > n:
                return x
            x += 1

    def _binomial_by_rejection(self, n, p):
        """BTRS: W. Hormann, 1993."""
        random = self.random
        spq = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spq
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        vr = 0.92 - 4.2 / b
        alpha = None
        while True:
            u = random() - 0.5
            us = 0.5 - _fabs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = random()
            if us >= 0.07 and v <= vr:
                return k
            if alpha is None:
                alpha = (2.83 + 5.1 / b) * spq
                lpq = _log(p / (1.0 - p))
                m = _floor((n + 1) * p)
                h = _lgamma(m + 1) + _lgamma(n - m + 1)
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - m) * lpq:
                return k


_inst = Random()
for _name in __all__:
    if _name not in ("Random", "SystemRandom"):
        globals()[_name] = getattr(_inst, _name)


def __getattr__(name):
    if name != "SystemRandom":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    global SystemRandom
    from _random_system import SystemRandom
    return SystemRandom


def __dir__():
    return sorted({*globals(), *__all__} - {"__getattr__", "__dir__"})
