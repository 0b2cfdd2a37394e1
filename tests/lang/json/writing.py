"""JSON written: all kinds of values, layouts, keys, and what has no form."""
import io
import json


def attempt(*args, **kwargs):
    try:
        print(json.dumps(*args, **kwargs))
    except Exception as problem:
        print(type(problem).__name__, problem)


class Number(int):
    def __repr__(self):
        return "number"


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, value):
        return [value.x, value.y] if isinstance(value, Point) else super().default(value)


for value in (None, True, False, 0, -5, 10**25, 1.5, -0.0, 1e100, 1e-7, float("nan"), float("inf"), "", 'q"\\/\n\t\x01\x7f',
              "é€😀\ud800", [], (), [1, [2, (3, [])]], {}, {"a": 1, "b": {"c": [None]}}, Number(7), {Number(7): 1},
              {1: 1, 2.5: 2, None: 3, True: 4, False: 5}):
    attempt(value)
data = {"b": [1, 2, {"x": []}], "a": {"k": "é", "empty": {}}, "c": ()}
attempt(data, indent=2)
attempt(data, indent=0)
attempt(data, indent="\t", sort_keys=True)
attempt(data, separators=(",", ":"), ensure_ascii=False)
attempt({"b": 1, "a": 2}, sort_keys=True, indent=1, separators=("; ", " = "))
attempt({(1, 2): 3})
attempt({(1, 2): 3, "a": 1}, skipkeys=True)
attempt({1: 2, "a": 1}, sort_keys=True)
attempt(Point(1, 2))
attempt(Point(1, 2), cls=Encoder)
attempt([Point(1, {"p": Point(3, 4)})], default=lambda point: vars(point))
attempt({1, 2}, cls=Encoder)
attempt(float("nan"), allow_nan=False)
attempt([float("-inf")], allow_nan=False)
circle = []
circle.append({"x": circle})
attempt(circle)
attempt(b"bytes")
attempt(1j)
file = io.StringIO()
json.dump({"a": [1, 2]}, file, indent=1)
print(file.getvalue())
print("".join(Encoder(indent=1).iterencode([Point(1, 2)])), json.JSONEncoder().encode("x"))
print(json.loads(json.dumps(data)) == {"b": [1, 2, {"x": []}], "a": {"k": "é", "empty": {}}, "c": []})
for separators in (1, ": "), (", ", None), b"ab":
    attempt([], separators=separators)
    attempt("text", separators=separators)
