prices = {"a": 1, "b": 2, "c": 3}
keys, values, items = prices.keys(), prices.values(), prices.items()
prices["d"] = 4
print(keys, values, items, len(keys), "d" in keys, ("d", 4) in items, ("d", 5) in items, ("d",) in items, 4 in values)
print(sorted(keys & {"a", "z"}), sorted(keys | "z"), sorted(keys - ["a"]), sorted(keys ^ {"a", "z"}))
print(sorted(["a", "y"] - keys), sorted(["a", "y"] | keys), sorted(["a", "y"] & keys), sorted(["a", "y"] ^ keys))
print(items & {("a", 1), ("b", 1)}, type(keys & keys), sorted(items - {("a", 1)}))
print(keys == {"a", "b", "c", "d"}, keys == ["a"], keys <= {"a"}, keys >= {"a"}, keys < keys, keys > set("ab"))
print(keys == dict.fromkeys("dcba").keys(), items == {"a": 1}.items(), values == values, values == prices.values())
print(keys.isdisjoint("xyz"), keys.isdisjoint(["a"]), items.isdisjoint([("a", 1)]), keys.isdisjoint(keys))
print(keys.mapping, type(keys.mapping).__name__, {}.keys(), {}.values(), {}.items())
print(hash(values) is not None, list(reversed(keys)), list(reversed(items)))
try:
    {"a": []}.items() | set()
except TypeError as error:
    print(error)
