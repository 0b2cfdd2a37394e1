import copy
from collections import UserDict


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


class Doubling(UserDict):
    def __missing__(self, key):
        return key * 2


u = UserDict({"a": 1}, b=2)
show("u", "u['a']", "u['z']", "Doubling()['q']", "u.get('z')", "u.get('z',3)", "Doubling().get('z',3)", "len(u)",
     "'a' in u", "u|{'c':3}", "{'c':3}|u", "u.__ior__({'d':4})", "u.copy()", "type(Doubling(a=1).copy())",
     "UserDict.fromkeys('ab',1)", "u.pop('a')", "u.items()", "u==dict(u)", "u.setdefault('q',[])", "u.data",
     "UserDict(dict={'x':1})", "UserDict(1)", "UserDict({},{})", "u|1", "copy.copy(u)", "repr(UserDict())",
     "u.popitem()", "u.update(z=1)", "u", "u.clear()", "u")
