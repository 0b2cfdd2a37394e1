# Classes that no statement made, texts that only a loader knows, and objects that look like functions.
import collections, inspect, linecache, traceback


class Stated:
    x = 1


for cls in (Stated, type("Made", (), {}), collections.namedtuple("Record", "a b")):
    for ask in (inspect.getsource, inspect.getsourcelines, inspect.getcomments):
        try:
            print(ask(cls))
        except OSError as error:
            print(cls.__name__, error)


class Loader:
    def get_source(self, name):
        if name == "fails":
            raise ImportError(name)
        return "def f():\n    raise ValueError(%r)" % name


for name in ("virtual", "fails"):
    space = {"__name__": name, "__loader__": Loader()}
    exec(compile(Loader.get_source(None, "virtual"), name + ".py", "exec"), space)
    try:
        space["f"]()
    except ValueError as error:
        stack = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__))
        print([(frame.filename, frame.line) for frame in stack][1:])
    print(linecache.lazycache(name + "2.py", space), linecache.lazycache(name + "2.py", {}))
    linecache.checkcache()
    print(linecache.getlines(name + "2.py"), linecache.getline(name + "3.py", 2, space))
    print(linecache.lazycache("<text>", space), linecache.lazycache(name + "3.py", space), linecache.lazycache("", space))


class Duck:
    def __init__(self, function, **others):
        for name in ("__name__", "__code__", "__defaults__", "__kwdefaults__", "__annotations__"):
            setattr(self, name, others.get(name, getattr(function, name)))

    def __call__(self, *args):
        pass


def function(a, /, b: int = 2, *args, c, d=4, **others) -> str:
    pass


print(inspect.signature(Duck(function)), inspect.signature(Duck(function, __annotations__=None)))
for part in ("__name__", "__code__", "__defaults__", "__kwdefaults__", "__annotations__"):
    print(part, inspect.signature(Duck(function, **{part: 5})))
