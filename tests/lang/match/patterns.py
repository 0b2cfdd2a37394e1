class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(v):
    match v:
        case 0 | 1: return "small"
        case -1.5: return "neg"
        case "a" | b"b": return "text"
        case None: return "none"
        case True: return "true"
        case []: return "empty"
        case [1, int(x), *rest] if x > 1: return f"list {x} {rest}"
        case (a, b): return f"pair {a} {b}"
        case {"k": v, **rest}: return f"map {v} {rest}"
        case P(0, y=yy): return f"P0 {yy}"
        case P(x, y): return f"P {x} {y}"
        case int(n): return f"int {n}"
        case str() as s: return f"str {s}"
        case [_, [inner, *_], *_]: return f"inner {inner}"
        case {}: return "any map"
        case _: return "other"
for v in (0, 1, -1.5, "a", b"b", None, True, [], [1, 2, 3, 4], (5, 6), {"k": 1, "z": 2}, P(0, 9), P(1, 2), 77, "zzz", [1, [2, 3], 4], {"q": 1}, 3.5, {1}):
    print(f(v))
match = 5
print(match)
match (1, 2):
    case (x, y) if x == y: print("eq")
    case (x, y): print("ne", x, y)
class C: K = 3
match 3:
    case C.K: print("constant")
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [_, {"c": deep}]}}: print(deep)
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
