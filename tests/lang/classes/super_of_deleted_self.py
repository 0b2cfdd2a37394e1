# super() without arguments wants the first one to be there still, in a cell or not.
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

    def again(self):
        keep = self
        self = None
        self = keep
        return super().f()

    def other(self):
        self = 5
        return super().f()


for name in "plain", "cell", "again", "other":
    try:
        print(name, getattr(B(), name)())
    except Exception as error:
        print(name, type(error).__name__, error)
