class R:
    def __rpow__(self, o, m=None): return ('rpow', o, m)
class R2:
    def __rpow__(self, o): return ('rpow2', o)
class A: pass
class P:
    def __pow__(self, o, m): return NotImplemented
class S(int): pass
class SP(int):
    def __pow__(self, o, m=None): return ('SP', o, m)
for a in ((R(), 2, 5), (2, R(), 5), (2, 5, R()), (R2(), 2, 5), (2, R2(), 5), (A(), 2, 3), (2, A(), 3), (2, 3, A()), (P(), 2, 3), (P(), 2), (2, P()), (S(2), S(3), S(5)), (2, 3, SP(5)), (SP(2), 3, 5), (2, SP(3), 5), (2.5, 2, 3), (2, 2.5, 3), (2, 2, 2.5), (True, 2, 3), ('a', 2, 3), ([], 2, 3), (None, 1, 2), (1j, 2, 3), (2, 1j, 3), (2, 3, 1j), (R(), R(), R()), (A(), R(), 3)):
    try:
        print(*[type(x).__name__ for x in a], pow(*a))
    except Exception as e:
        print(*[type(x).__name__ for x in a], type(e).__name__, e)
