for i in range(3): pass
else: print("for else", i)
for i in range(5):
    if i == 2: continue
    if i == 4: break
    print(i)
else: print("not reached")
n = 0
while n < 3:
    n += 1
    if n == 2: continue
else: print("while else", n)
while True:
    n += 1
    if n > 10: break
else: print("never")
for a in range(2):
    for b in range(3):
        if b == 1: break
    else: print("no")
    print(a, b)
for i in []: pass
else: print("empty")
for x, (y, *z) in [(1, (2, 3, 4)), (5, (6,))]: print(x, y, z)
class O: pass
o = O(); l = [0, 0]
for o.attr in range(3): pass
for l[1] in "ab": pass
print(o.attr, l)
for i in range(10, 0, -3): print(i, end=" ")
print()
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, None))
def find(xs, t):
    for i, x in enumerate(xs):
        if x == t: return i
    return -1
print(find([5, 6, 7], 6), find([], 1))
while n:
    try:
        n -= 1
        if n % 2: continue
        if n < 4: break
    finally: print("f", n, end=" ")
print()
