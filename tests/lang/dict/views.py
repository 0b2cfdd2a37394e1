# The views: operators, comparisons, changes seen through them, refusals.
d = {"a": 1, "b": 2, "c": 3}
views = {"keys": d.keys(), "items": d.items(), "values": d.values()}
for name, v in views.items():
    print(name, v, len(v), list(v), list(reversed(v)), v.mapping, type(v).__name__, v == v, v != v, bool(v))
    for call in ("v & ['a', ('a', 1)]", "v | ['z']", "v - ['a', ('b', 2)]", "v ^ ['a', 'z']", "['a', 'z'] & v", "['z'] | v", "['a', 'z'] - v", "['a', 'z'] ^ v", "v & 5", "5 & v", "v | None", "v - 1", "v & {'a'}", "{'a'} & v", "v <= {'a', 'b', 'c'}", "v < {'a', 'b', 'c', 'd'}", "v >= {'a'}", "v > set()", "v == {'a', 'b', 'c'}", "v == ['a', 'b', 'c']", "v < ['a']", "v.isdisjoint(['a', ('a', 1), 1])", "v.isdisjoint('xyz')", "v.isdisjoint(5)", "v.isdisjoint()", "'a' in v", "('a', 1) in v", "1 in v", "[] in v", "('a', []) in v", "([], 1) in v", "('a', 1, 2) in v", "v[0]", "v()", "v + v", "v.x", "setattr(v, 'x', 1)", "v.mapping['q']", "v.mapping is d", "v & v", "v | {'a': 0}", "v - v", "v ^ v", "v | [[]]", "iter(v).__length_hint__()", "type(v)()", "type(v)(d)", "copy.copy(v)", "v.__and__(5)", "v.__len__()", "v.__contains__('a')", "v.__eq__(5)", "v.__rsub__(['a', 'q'])", "sorted(v, key=str)", "min(v)", "str(v)", "format(v, '5')", "v == d.keys()", "v == dict(d).items()", "v &= ['a']"):
        try:
            import copy

            result = eval(call)
            print("  ", call, "->", sorted(result, key=repr) if isinstance(result, set) else result, type(result).__name__)
        except SyntaxError:
            pass
        except Exception as error:
            print("  ", call, "->", type(error).__name__, error)
d["new"] = 9
del d["a"]
print(views)
for name, v in views.items():
    for change in ("d[len(d) + 100] = 1", "del d[next(iter(d))]", "d.clear()", "d.update(q=1, r=2)", "d.popitem()"):
        d = {"a": 1, "b": 2, "c": 3}
        v = getattr(d, name)()
        try:
            for i, item in enumerate(v):
                exec(change)
            print(name, change, "went on", i, d)
        except Exception as error:
            print(name, change, type(error).__name__, error, i)
it = iter(d)
d["a"] = 0
print(list(it))
class Own(dict):
    def keys(self):
        return ["own"]

    def items(self):
        return [("own", "items")]

    def __iter__(self):
        return iter(["iterated"])

    def __getitem__(self, key):
        return f"got {key}"
o = Own(x=1)
print(dict(o), {**o}, list(o), o, o.values(), o | {"y": 2}, {"y": 2} | o, dict.keys(o), "%(q)s" % o, "{q}".format_map(o), o == {"x": 1}, o.copy(), type(o.copy()).__name__, type(o | {}).__name__, o.get("x"), o.pop("x"), len(o))
