"""Module doc."""
class Base:
    """A base.

    More text.
    """
    limit = 10
    def __init__(self, x, y=2, *args, key=None, **kw):
        """Start."""
        self.x = x
    def inherited(self): "Inherited doc."
    @classmethod
    def make(cls, n: int = 3) -> "Base":
        "Make one."
    @staticmethod
    def plain(a, /, b): pass
    @property
    def area(self):
        "The area."
        return 1
    @property
    def size(self): return 1
    @size.setter
    def size(self, v): pass
    def _private(self): pass
    def __eq__(self, other): return True
class Derived(Base):
    data = "text"
    names = [1, 2]
    def other(self, z): pass
class Slots:
    __slots__ = ("a", "b")
class Empty: pass
def f(a, b=1, *c, d, **e):
    """Do f.

    In detail."""
def g(): pass
async def h(): "async one"
for x in (f, g, h, lambda a: a, Base, Derived, Slots, Empty, Derived(1).other, Derived(1).make, Base(1)):
    help(x)
# What a comment
#   says of it
def commented(x): pass
help(commented)
class Bare:
    def m(self): pass
    def __init__(self, x): pass
help(Bare(1).m)
class Whole(int):
    def double(self): return self * 2
help(Whole.double)
import contextlib, io
for c in Whole, Derived, KeyError, BlockingIOError, dict:
    with contextlib.redirect_stdout(io.StringIO()) as page:
        help(c)
    print([line for line in page.getvalue().splitlines() if "__new__" in line])
