from collections import defaultdict


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


dd = defaultdict(int)
show("dd['a']", "dd", "defaultdict(1)", "defaultdict(None,{1:2})", "defaultdict()['x']", "defaultdict(list,a=1)",
     "defaultdict(list,[(1,2)],b=3)", "defaultdict(int,1)", "defaultdict(int,{},{})", "dd.default_factory",
     "dd.copy()", "dd.__copy__()", "dd|{'b':1}", "{'b':1}|dd", "dd|[1]", "dd|defaultdict(list)", "dd==  {'a':0}",
     "defaultdict(default_factory=int)", "defaultdict.__missing__(dd,'q')", "dd", "defaultdict.fromkeys('ab',1)",
     "defaultdict[int,str]", "dd.__or__([])", "setattr(dd,'default_factory',3)", "dd['zz']",
     "setattr(dd,'default_factory',None)", "dd['zz']", "dd['zz',1]", "dd", "delattr(dd,'default_factory')",
     "dd.default_factory", "dd[[]]", "type(dd.__or__({}))", "hash(dd)")
class Derived(defaultdict):
    pass


d = Derived(list, {1: 2})
print(d, d.copy(), d | {3: 4}, type(d | {}), type({} | d))
inside = defaultdict(None)
inside.default_factory = type("Maker", (), {"__call__": lambda self: 1, "__repr__": lambda self: repr(inside)})()
print(inside)
