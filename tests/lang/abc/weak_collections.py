"""The weak collections are what their methods say, whichever module comes first."""
import sys
import weakref

print("collections.abc" in sys.modules)
from collections.abc import Mapping, MutableMapping, MutableSet, Set

for kind in (weakref.WeakSet, weakref.WeakValueDictionary, weakref.WeakKeyDictionary):
    print(kind.__name__, [ability.__name__ for ability in (Set, MutableSet, Mapping, MutableMapping)
                          if isinstance(kind(), ability) and issubclass(kind, ability)])
