import gc


class Node:
    pass


gc.disable()
gc.collect()
a, b = Node(), Node()
a.other, b.other = b, a
del a, b
print(gc.collect(), gc.collect())
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
print(gc.get_threshold(), gc.get_debug(), gc.garbage, len(gc.get_stats()), sorted(gc.get_stats()[2]))
value = [1]
holder = {"key": value}
print(len(gc.get_referrers(value)), any(found is holder for found in gc.get_referrers(value)))
print(gc.get_referents(["a", value]), gc.get_referents(holder)[-1] is value)
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.is_tracked({}), gc.is_tracked(Node()))
print(any(thing is holder for thing in gc.get_objects()))
for call in ("collect(3)", "collect(-1)", "get_objects(5)", "get_objects(-2)", "set_threshold()", "collect('x')"):
    try:
        print(eval("gc." + call))
    except Exception as error:
        print(call, "->", type(error).__name__ + ":", error)
seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase, sorted(info))))
gc.collect()
gc.callbacks.clear()
print(seen[:2])
