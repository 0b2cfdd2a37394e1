"""The abstract base classes of containers, iterators and their kind."""
from _collections_abc import *
from _collections_abc import __all__, _CallableGenericAlias
