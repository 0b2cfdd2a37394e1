ages = {"b": 1, "a": 2}
ages["c"] = 3
ages["b"] = 4
del ages["a"]
ages["a"] = 5
print(ages, list(ages), list(reversed(ages)), list(reversed(ages.values())), list(reversed(ages.items())))
print(ages.popitem(), ages.pop("b"), ages.pop("x", None), ages.setdefault("d", 7), ages.setdefault("d", 8), ages)
print({1: "a", 1.0: "b", True: "c"}, {0.5: 1, -0.0: 2, 0: 3})
many = {n * n % 1009: n for n in range(1009)}
print(len(many), list(many)[:8], sum(many.values()))
for n in list(many)[::3]:
    del many[n]
many.update((n, -n) for n in range(5))
print(len(many), list(many)[:8], list(many)[-3:])
print(dict([("x", 1)], y=2), dict({"x": 1}, x=3), dict(zip("ab", "cd")), dict(["ab", [1, 2]]))
print(dict.fromkeys("aba"), dict.fromkeys([1, 2], []), {**ages, "z": 0}, ages | {"z": 1}, ages.copy() == ages)
ages |= [("q", 1), ("d", 0)]
print(ages, ages.get("q"), ages.get("nope"), ages.get("nope", "default"), "q" in ages, len(ages), bool({}))
print({"a": 1} == {"a": 1.0}, {"a": 1} == {"b": 1}, {"a": 1} != {"a": 1, "b": 2}, {1: 2} == [(1, 2)])
ages.clear()
print(ages, ages == {}, list(ages.items()))
