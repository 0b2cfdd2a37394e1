# A key of an instance's __dict__ whose __eq__ takes the attribute off the class while it is looked up.
class Evil:
    def __hash__(self):
        return hash("attr")

    def __eq__(self, other):
        if hasattr(C, "attr"):
            del C.attr
        return False


class Descriptor:
    def __get__(self, instance, owner=None):
        return "from the class"


class C:
    attr = Descriptor()


c = C()
c.__dict__[Evil()] = 0
print(c.attr)
print(hasattr(c, "attr"))


def method(self):
    return "called"


C.attr = method
print(c.attr())
