class A:
    __secret = 1

    def __hidden(self):
        return "A hidden"

    def call(self):
        self.__value = 2
        return self.__hidden(), self.__secret, sorted(self.__dict__)

    def __dunder__(self):
        return "kept"

class B(A):
    __secret = 3

    def own(self):
        return self.__secret

class _Under:
    __x = "u"

a, b = A(), B()
print(a.call(), b.own(), b.call(), a.__dunder__())
print(A._A__secret, B._B__secret, _Under._Under__x)
try:
    a.__secret
except AttributeError as error:
    print(error)

class C:
    def f(self, __arg):
        __local = __arg
        return locals().keys()

print(list(C().f(1)))
