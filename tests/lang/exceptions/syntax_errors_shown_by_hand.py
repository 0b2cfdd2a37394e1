# What the fields of a syntax error may be when it is shown: a file name of any kind, fields that change each other.
import importlib.machinery, sys, types

sys.stderr = sys.stdout


def show(error):
    sys.__excepthook__(type(error), error, None)


for filename in (b"bytes", 5, None, "", ("a", 1)):
    show(SyntaxError("message", (filename, 3, 2, "some text", 3, 5)))


class Changes:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        error.text = error.msg = error.filename = None
        return self.text


error = SyntaxError("m" * 9, ("f" * 9, 1, 2, "t" * 9, 1, 4))
error.lineno = Changes("5")
show(error)
error = SyntaxError("m" * 9, (Changes("file"), 1, 2, "t" * 9, 1, 4))
show(error)


module = types.ModuleType("module")
module.__spec__ = importlib.machinery.ModuleSpec("module", importlib.machinery.NamespaceLoader("module", ["there"], 0))
module.__spec__.submodule_search_locations = ["there"]
print(module)
