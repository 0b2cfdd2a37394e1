class A:
    def __init__(self, n): self.n = n
    def __lt__(self, o): log.append(('lt', self.n, o.n)); return NotImplemented
    def __gt__(self, o): log.append(('gt', self.n, o.n)); return self.n > o.n
log = []
print([a.n for a in sorted([A(2), A(1)])], log)
class B(A):
    __gt__ = None
log.clear()
try:
    sorted([B(1), B(2)])
except TypeError as e:
    print(e, log)
log.clear()
x = [A(3), A(1), A(2)]
x.sort(reverse=True)
print([a.n for a in x])
print(min(A(1), A(2)).n, max([A(5), A(9)]).n)
class C:
    def __init__(self, n): self.n = n
    def __gt__(self, o): return self.n > o.n
print([c.n for c in sorted([C(3), C(1), C(2)])])
class D(int):
    def __lt__(self, o): return int.__gt__(self, o)
print(sorted([D(1), D(3), D(2)]), sorted([1, D(3), 2]), max(D(1), D(2)), sorted([D(1), 5, 3]))
class E:
    def __lt__(self, o): return []
print(len(sorted([E(), E(), E()])))
class F:
    def __lt__(self, o): raise ZeroDivisionError('lt')
l = [F(), F()]
try:
    l.sort()
except ZeroDivisionError as e:
    print(e, len(l))
