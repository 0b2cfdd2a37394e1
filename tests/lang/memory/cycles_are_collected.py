import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
watch = weakref.ref(a)
del a, b
print(gc.collect(), watch())
n = Node("self")
n.me = n
n = None
print(gc.collect(), gc.collect())
plain = Node("plain")
plain = Node("second")
del plain
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("x"), gc.get_count()[0] >= 0, len(gc.get_threshold()))
box = []
gc.collect()
print(gc.get_referrers(box) == [globals()] or len(gc.get_referrers(box)), [type(x).__name__ for x in gc.get_referents(["a", box])])
l = []
for i in range(3):
    l = [l]
l.append(l)
del l
print(gc.collect() > 0)
