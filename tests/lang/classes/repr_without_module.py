# A class whose module is no text, or builtins, is shown by its name alone.
class A:
    class B: pass

for module in "m", "builtins", 5, None:
    A.B.__module__ = module
    A.B.__qualname__ = "Q.R"
    print(A.B, repr(A.B()).split(" at ")[0])
