# Who is asked first, and what a sequence's + and * leave to the right operand.
log = []


class A:
    def __lt__(self, other): log.append("A.lt"); return NotImplemented
    def __gt__(self, other): log.append("A.gt"); return NotImplemented
    def __eq__(self, other): log.append("A.eq"); return NotImplemented
    def __add__(self, other): log.append("A.add"); return NotImplemented
    def __radd__(self, other): log.append("A.radd"); return NotImplemented
    def __iadd__(self, other): log.append("A.iadd"); return NotImplemented


class B(A):
    def __gt__(self, other): log.append("B.gt"); return NotImplemented
    def __radd__(self, other): log.append("B.radd"); return NotImplemented


class C:
    def __radd__(self, other): return "radd"
    def __rmul__(self, other): return "rmul"
    def __rmod__(self, other): return "rmod"
    def __index__(self): return 2


def attempt(f):
    try:
        print(f(), log)
    except TypeError as error:
        print(error, log)
    log.clear()


def inplace(x, y):
    x += y
    return x


for f in (lambda: A() < A(), lambda: A() < B(), lambda: B() < A(), lambda: A() == B(), lambda: A() + A(), lambda: A() + B(),
          lambda: 1 + A(), lambda: [1] + C(), (lambda: "a" + C()), lambda: (1,) * C(), lambda: "a" % C(), lambda: 3 * C(),
          lambda: inplace(A(), 1), lambda: inplace([1], C()), lambda: inplace("a", C())):
    attempt(f)
