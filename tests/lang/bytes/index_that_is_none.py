# bytes(x) of something whose __index__ fails goes on as if it had none.
class A:
    def __index__(self):
        return 1.5


class B(A):
    def __iter__(self):
        return iter([1, 2])


class C:
    def __index__(self):
        raise ValueError("not this")


for x in A(), B(), C():
    for make in bytes, bytearray:
        try:
            print(make(x))
        except Exception as error:
            print(type(error).__name__, error)
