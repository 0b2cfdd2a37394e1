l = [1, 2, 3, 4]
for x in l:
    if x == 2: l.remove(x)
    if len(l) < 8: l.append(x * 10)
print(l)
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
for k, v in list(d.items()): d[k] = v + 1
print(len(d))
it = iter([1])
print(list(it), list(it))
e = [1, 2]
i = iter(e)
print(next(i), next(i), next(i, "end"))
e.append(3)
print(next(i, "still end"))
