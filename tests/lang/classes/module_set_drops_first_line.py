class A:
    pass


print(A.__firstlineno__)
A.__module__ = "other"
print(hasattr(A, "__firstlineno__"), A.__module__, A)
