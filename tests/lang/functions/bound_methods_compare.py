class C:
    def __init__(self, n):
        self.n = n

    def m(self, k=0):
        return self.n + k


a, b = C(1), C(1)
print(a.m == a.m, a.m is a.m, a.m == b.m, hash(a.m) == hash(a.m))
bound = a.m
print(bound(5), bound.__self__ is a, bound.__func__ is C.m, bound.__name__)
C.m = lambda self: "new"
print(bound(), a.m())
print([x.m() for x in (a, b)])
print(list(map(str.upper, "abc")), sorted("bCa", key=str.lower))
print("{}".format(C.m(a)))
append = [].append
append(1)
print(append.__self__, append.__name__)
try:
    bound.attribute = 1
except AttributeError as error:
    print(error)
