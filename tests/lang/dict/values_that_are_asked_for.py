"""in d.values(): equal values of all kinds, comparisons that print, and one that changes the dict."""
class E:
    def __init__(s, v): s.v = v
    def __eq__(s, o): print("eq", s.v, o); return s.v == o
    __hash__ = None
d = {1: E(1), 2: E(2), 3: 3.0, 4: "s", 5: None, 6: 2**70}
for x in 1, 2, 3, 3.0, "s", None, 2**70, True, "none", 9: print(x in d.values(), x not in d.values())
d = {1: 1, 2: 2.5, 3: 2**70, 4: float("nan")}
print(1 in d.values(), True in d.values(), 2.5 in d.values(), d[4] in d.values(), float("nan") in d.values(), 1.0 in d.values(), 2**70 in d.values(), {}.values().__class__, 1 in {}.values())
class M:
    def __eq__(s, o): d.clear(); return False
d = {1: M(), 2: 3}
try: print(3 in d.values())
except RuntimeError as e: print(e)
