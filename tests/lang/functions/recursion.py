def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 9))
def hanoi(n, a, b, c): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(12, 'a', 'b', 'c'))
def is_even(n): return n == 0 or is_odd(n - 1)
def is_odd(n): return n != 0 and is_even(n - 1)
print(is_even(300), is_odd(301))
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError as e:
        print(e)
        return n > 900
print(depth(0))
import sys
sys.setrecursionlimit(5000)
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(4000))
class R:
    def __repr__(self): return repr([self])
try:
    repr(R())
except RecursionError:
    print("recursion in repr")
