from collections import ChainMap, defaultdict


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


m = ChainMap({"a": 1}, {"a": 2, "b": 3})
show("m", "m['a']", "m['b']", "m['z']", "len(m)", "list(m)", "dict(m)", "m.get('q',5)", "'b' in m", "m.new_child()",
     "m.new_child({'c':1},d=2)", "m.parents", "m.maps", "m.__setitem__('n',1)", "m", "m.__delitem__('b')",
     "m.__delitem__('a')", "m", "m.pop('zz')", "m.pop('zz',1)", "m.pop('n')", "m.popitem()", "ChainMap()",
     "bool(ChainMap())", "bool(m)", "ChainMap.fromkeys('ab',1)", "m.copy()", "m|{'x':1}", "{'x':1}|m",
     "m.__ior__({'y':2})", "m|1", "ChainMap({},{'a':1})=={'a':1}", "m.items()", "m.keys()", "m.clear()", "m",
     "ChainMap({'a':1}).setdefault('b',2)", "ChainMap(defaultdict(int))['q']", "m.get('a')", "m.values()",
     "ChainMap(1)['a']", "hash(m)")
loop = ChainMap()
loop["me"] = loop
print(loop)
