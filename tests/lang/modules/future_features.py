# the module __future__ tells the same about every feature
from __future__ import annotations, division

import __future__

for name in __future__.all_feature_names:
    feature = getattr(__future__, name)
    print(name, feature, feature.getOptionalRelease(), feature.getMandatoryRelease())
print(annotations is __future__.annotations, division.compiler_flag, __future__.__all__)


def f(a: undefined) -> nowhere:
    b: nothing = 1


print(f.__annotations__)
