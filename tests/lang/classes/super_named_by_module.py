# super() where the module itself speaks of super: nothing about it is decided early, and errors are those of super.
class A:
    def f(self):
        return "A"


class B(A):
    def plain(self):
        del self
        return super().f()

    def cell(self):
        keep = lambda: self
        del self
        return super().f()

    def other(self):
        self = 5
        return super().f()


for name in "plain", "cell", "other":
    try:
        print(name, getattr(B(), name)())
    except Exception as error:
        print(name, type(error).__name__, error)
print(super(B, B()).f())
