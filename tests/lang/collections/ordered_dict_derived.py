from collections import OrderedDict


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


class S(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)

    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __contains__(self, key):
        print("contains", key)
        return super().__contains__(key)

    def __missing__(self, key):
        print("missing", key)
        return 99
show("S.fromkeys('ab',0)", "S(a=1)", "S({'a':1,'b':2})", "S([('a',1)]).copy()", "S(a=1)|{'b':2}",
     "S(a=1,b=2).pop('a')", "S(a=1,b=2).pop('z',3)", "S(a=1).pop('z')", "S(a=1,b=2).popitem()",
     "S(a=1,b=2).popitem(last=False)", "S(a=1).setdefault('b',2)", "S(a=1).setdefault('a',2)",
     "S(a=1).move_to_end('q')", "S(a=1).move_to_end('a')", "S(a=1)['q']", "S(a=1).update(b=2)", "S(a=1)==S(a=1)",
     "S(a=1).items()", "list(S(a=1).items())")
