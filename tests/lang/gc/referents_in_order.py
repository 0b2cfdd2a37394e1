# gc.get_referents() lists what an object refers to as CPython's collector visits it.
import gc

print(gc.get_referents([1, "b", 2.5]), gc.get_referents(("a", [1])), gc.get_referents([1], [2]))
print(gc.get_referents({"name": "Ann", "age": 5}), gc.get_referents({"a": "b", 1: "c"}), gc.get_referents({}))
numbers = {1, 2, 3}
numbers.discard(2)
print(gc.get_referents(numbers), gc.get_referents(frozenset([7])), gc.get_referents(5, "s", None))


class Point:
    def __init__(self):
        self.x = "left"
        self.y = [1]


print(gc.get_referents(Point()), gc.get_referents(Point().__dict__))
