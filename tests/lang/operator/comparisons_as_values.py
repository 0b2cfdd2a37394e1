# Comparisons whose value is kept, of every pair of kinds; a digest of what they say.
import itertools
vals = [0, 1, -1, 2**53, 2**53+1, 2**62, -2**62, 2**70, 1.0, 1.5, -0.0, 0.0, float("inf"), float("nan"), 2.0**53, True, False, "a", "b", "", "ab", "ä", None, (1,), b"a"]
ops = [lambda a, b: a < b, lambda a, b: a <= b, lambda a, b: a == b, lambda a, b: a != b, lambda a, b: a > b, lambda a, b: a >= b]
digest = 0
for a, b in itertools.product(vals, vals):
    out = []
    for f in ops:
        try: out.append(str(f(a, b))[0])
        except TypeError as e: out.append(str(e))
    line = repr((a, b, *out))
    for c in line: digest = (digest * 31 + ord(c)) % 1000000007
    if a is vals[1] or b is vals[3]: print(line)
print(digest)
