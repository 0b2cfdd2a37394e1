import helper_module
import helper_module as h
from helper_module import value, double as dbl
from helper_package import sub, NAME
import helper_package.sub
from helper_package.sub import *
print(helper_module is h, value, dbl(4), sub.where(), NAME, helper_package.sub is sub, starred, h.__name__, helper_package.__name__, sub.__package__)
for bad in ("import no_such_thing", "from helper_module import nothing", "import helper_package.nothing", "from . import x", "import helper_module.x"):
    try: exec(bad)
    except ImportError as e: print(type(e).__name__, str(e).split(" (")[0])
import sys
print("helper_module" in sys.modules, __name__, hidden if "hidden" in globals() else "not exported")
