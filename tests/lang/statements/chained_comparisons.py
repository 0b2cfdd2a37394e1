print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, 1 == 1.0 == True, "a" < "b" < "c")
x = 5
print(0 < x <= 5 is not None, not 1 < x < 3, (1 < 2) < 3, 1 in [1] == True, 1 is 1 is not 2 if False else "ok")


class L:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("lt", self.n, o.n); return self.n < o.n
    def __bool__(self): return True


print(L(1) < L(2) < L(0) < L(9))


class Odd:
    def __lt__(self, o): return "truthy text"
    def __eq__(self, o): return []


print(Odd() < 1, Odd() == 1, Odd() != 1, Odd() < 1 < 2)
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan, 1 < nan, sorted([3, 1.5, 2]))
print((1, 2) < (1, 3), [1] < [1, 0], "Z" < "a", (1, "a") == (1, "a"), {1} < {1, 2}, {1: 2} == {1: 2.0}, b"a" < b"b")
print(True + True, True == 1, True is 1 if False else "", None == 0, not None, () == [])
