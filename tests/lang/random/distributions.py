"""Numbers of each distribution."""
import random

r = random.Random("distributions")
print(r.uniform(1, 5), r.uniform(3, 3), r.triangular(), r.triangular(1, 2, 1.2), r.triangular(1, 1))
print(r.gauss(), r.gauss(1, 2), r.gauss(100, 15), r.normalvariate(), r.normalvariate(10, 2), r.lognormvariate(0, 1))
print(r.expovariate(), r.expovariate(2), r.vonmisesvariate(1, 2), r.vonmisesvariate(1, 0))
print(r.gammavariate(2, 3), r.gammavariate(1, 3), r.gammavariate(0.5, 3), r.betavariate(2, 3))
print(r.paretovariate(2), r.weibullvariate(2, 3))
print([r.binomialvariate() for _ in range(8)], [r.binomialvariate(10, 0.3) for _ in range(8)])
print([r.binomialvariate(100, 0.7) for _ in range(8)], r.binomialvariate(5, 0), r.binomialvariate(5, 1))
