"""Names that end in characters no module has a name with."""
import builtins
import math
import sys

for module in builtins, sys, math:
    for name in "int\0", "abs\0", "abs\0(", "argv\0", "pi\0", "sqrt\0", "abs(", "int\0\0\0\0\0\0", "é", "", "\ud800":
        print(module.__name__, ascii(name), hasattr(module, name))
