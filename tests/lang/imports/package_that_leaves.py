"""A part is bound in the package that sys.modules has when it is imported, not in the one that it began with."""
import sys

import leaving_package

first = leaving_package
import leaving_package.again

print(leaving_package is first, leaving_package.again.other.answer, hasattr(first, "again"), hasattr(first, "other"))
try:
    import leaving_package.gone
except KeyError as error:
    print("KeyError", error)
print("leaving_package.gone" in sys.modules, "leaving_package" in sys.modules)
