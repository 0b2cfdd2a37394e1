class A:
    def __add__(self, o):
        print("A.add")
        return NotImplemented

    def __radd__(self, o):
        print("A.radd")
        return "A.radd"


class B(A):
    def __radd__(self, o):
        print("B.radd")
        return "B.radd"


class C:
    def __radd__(self, o):
        print("C.radd")
        return NotImplemented


print(A() + B())
print(B() + A() if False else 5 + A())
for pair in ((A(), A()), (A(), C()), (1, C()), (C(), 1)):
    try:
        print(pair[0] + pair[1])
    except TypeError as error:
        print(error)
print(sum([A()], 1) if False else "end")
