from collections import OrderedDict


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


o = OrderedDict(a=1, b=2, c=3)
show("o", "OrderedDict()", "OrderedDict([(1,2)])", "OrderedDict(1)", "OrderedDict([1])", "OrderedDict([(1,2,3)])",
     "OrderedDict({},{})", "OrderedDict.__init__()", "o.move_to_end('a')", "o", "o.move_to_end('a',last=False)", "o",
     "o.move_to_end('c',False)", "o", "o.move_to_end('z')", "o.popitem()", "o.popitem(last=False)", "o",
     "OrderedDict().popitem()", "OrderedDict().popitem(last=False)", "o.pop('zz')", "o.pop('zz',1)", "o.pop(key='b')",
     "o.pop('zz',default=5)", "o.pop()", "o.pop(1,2,3)", "o.setdefault('q',1)", "o.setdefault(key='r',default=2)",
     "o.setdefault('r2')", "o", "o.keys()", "o.values()", "o.items()", "list(reversed(o.items()))", "o==dict(o)",
     "o==OrderedDict(reversed(list(o.items())))", "o!=dict(o)", "o<o", "o|{'x':1}", "{'x':1}|o", "o.__ior__({'y':1})",
     "o|[('z',1)]", "o.__ior__([('z',1)])", "o", "o.copy()", "type(o.copy())", "OrderedDict.fromkeys('abc')",
     "OrderedDict.fromkeys('abc',0)", "setattr(o,'x',1)", "o.__dict__", "o.x", "o.copy().__dict__", "hash(o)",
     "vars(o)", "o.clear()", "o", "OrderedDict[int,str]", "OrderedDict.__mro__", "type(o.keys()).__mro__",
     "o.keys() & {1}", "type(o.items())", "o.update(1)", "o.update({},{})", "o.update()", "OrderedDict.update(3)",
     "repr(type(o.keys()))", "sorted(OrderedDict(a=1,b=2).keys() | {'z'})", "OrderedDict(a=1).keys() == {'a'}",
     "OrderedDict(a=1).items() == {('a',1)}", "OrderedDict(a=1)['b']", "OrderedDict(a=1).__delitem__('b')",
     "OrderedDict(a=1,b=[]) == {'b':[],'a':1}", "OrderedDict(a=1).__sizeof__()", "o.__ior__(3)", "o.__or__(3)",
     "o.__eq__(3)", "OrderedDict(a=1).__lt__(OrderedDict())", "list(reversed(o))")
