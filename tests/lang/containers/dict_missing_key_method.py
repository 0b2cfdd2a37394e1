class Counter(dict):
    def __missing__(self, key):
        print("missing", key)
        return 0


counter = Counter(a=1)
counter["b"] += 5
print(counter["a"], counter["b"], counter["c"], counter.get("c"), "c" in counter, counter)
print(type(counter.copy()), type(counter | {}), Counter.fromkeys("ab"), type(Counter.fromkeys("ab")))


class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        return "got " + str(super().__getitem__(key))


loud = Loud(x=1)
loud["y"] = 2
loud.update(z=3)
print(loud["x"], loud.get("y"), loud, dict(loud), {**loud})
loud.note = "attributes too"
print(loud.note, loud.__dict__, len(loud), Loud() == {})
try:
    loud["nope"]
except KeyError as error:
    print("KeyError", error)
