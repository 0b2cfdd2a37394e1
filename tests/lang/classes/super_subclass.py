# super can be subclassed and initialised by hand.
class Base:
    def hello(self):
        return "Base"


class Derived(Base):
    def hello(self):
        return "Derived"


class Loud(super):
    def __init__(self, *args):
        super().__init__(*args)

    def loud(self):
        return self.hello().upper()


d = Derived()
print(Loud(Derived, d).loud())
print(super(Derived, d).hello())
blank = super.__new__(super)
print(blank, blank.__self__, blank.__thisclass__)
blank.__init__(Derived, d)
print(blank.hello())
for args in ((), (1,), (Derived, 1), (Derived, d, 1)):
    try:
        blank.__init__(*args)
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
print(blank.hello())
