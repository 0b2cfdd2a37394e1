import sys
import shapes
import shapes.round as r
from shapes import square, round as again
from shapes.square import *
from shapes import area_of

print(shapes.__name__, shapes.square.__name__, r is again, shapes.__package__, r.__package__)
print(area_of(square.side), side, "_hidden" in globals(), r.neighbour.side)
print("shapes.round" in sys.modules, sys.modules["shapes"] is shapes, hasattr(shapes, "__path__"))
try:
    import shapes.missing
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from shapes import nothing
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0])
try:
    import shapes.square.deeper
except ModuleNotFoundError as error:
    print(error)
import shapes.square
print(__name__, __import__("shapes.round").__name__, __package__)
try:
    exec("from . import x")
except ImportError as error:
    print(error)
