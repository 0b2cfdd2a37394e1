"""Loaders that a program makes itself: load_module(), and those that know neither name nor path."""
import sys
import warnings
from importlib.machinery import SourceFileLoader

path = __file__.replace("loaders_by_hand", "helper_module")


def tried(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    module = SourceFileLoader("loaded_by_hand", path).load_module()
    print(module.__name__, sys.modules["loaded_by_hand"] is module)
    module.kept = 5
    print(SourceFileLoader("loaded_by_hand", path).load_module("loaded_by_hand").kept)
    tried(SourceFileLoader("loaded_by_hand", path).load_module, "other")
    tried(SourceFileLoader("nowhere", "/nowhere.py").load_module)
    print("nowhere" in sys.modules)
print({str(warning.message) for warning in caught})
odd = SourceFileLoader(None, None)
tried(odd.get_code, None)
tried(odd.get_code, "name")
odd.__init__(odd, path)
try:
    hash(odd)
except RecursionError:
    print("endless")
