# Objects in sys and builtins go last, while their __del__ can still run.
import builtins
import sys


class Thing:
    def __init__(self, name, out=sys.stdout):
        self.name, self.write = name, out.write

    def __del__(self):
        self.write("gone: %s %d\n" % (self.name, len(sorted([2, 1]))))


sys.kept = Thing("in sys")
builtins.kept = Thing("in builtins")
sys.modules["kept"] = Thing("in modules")
print("end")
