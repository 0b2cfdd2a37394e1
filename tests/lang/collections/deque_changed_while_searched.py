# What a comparison does to the deque that is searched: found counts as found, but for remove(); lengths up to the largest index; mappings by items().
from collections import OrderedDict, deque

def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"

class Changes:
    def __repr__(self): return "Changes()"
    def __init__(self, change, answer): self.change, self.answer = change, answer
    def __eq__(self, other):
        self.change()
        return self.answer

for answer in (True, False):
    for name in ("__contains__", "count", "index", "remove"):
        for change in ("clear", "popleft", "pop", "rotate", "reverse"):
            d = deque([1, 2, 3])
            print(answer, name, change, attempt(getattr(d, name), Changes(getattr(d, change), answer)), d)
for length in (2**62 - 1, 2**62, 2**63 - 1, 2**63, -1, True, 1.0, "x"):
    print(attempt(lambda: deque([1], length).maxlen), attempt(lambda: deque([1, 2], length)))

class Items:
    def items(self): return [(1, 2), (3, 4)]
class Keys(Items):
    def keys(self): return [5]
    def __getitem__(self, key): return "value"
class Wrong:
    items = [(1, 2)]
class Raises:
    def items(self): raise ValueError("no items")
    def __iter__(self): return iter([(7, 8)])
for source in (Items(), Keys(), Wrong(), Raises()):
    print(attempt(OrderedDict, source), attempt(OrderedDict().update, source), attempt(dict, source))
