import copy
from collections import UserList


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


class Mine(UserList):
    pass


l = UserList([3, 1, 2])
show("l", "UserList()", "UserList('ab')", "UserList(UserList([1]))", "l[0]", "l[1:]", "type(Mine([1,2])[1:])",
     "l+[4]", "[4]+l", "l+UserList([5])", "l*2", "2*l", "l.sort()", "l", "l.append(9)", "l.extend(UserList([7]))",
     "l.insert(0,0)", "l.pop()", "l.index(9)", "l.count(1)", "l.reverse()", "l", "l==[9,3,2,1,0]", "l<[10]",
     "l>UserList([1])", "9 in l", "len(l)", "l.remove(9)", "l.remove(99)", "l.copy()", "copy.copy(l)",
     "l.__iadd__('xy')", "l", "l.__imul__(2)", "l.__setitem__(0,100)", "l.__delitem__(0)", "l", "list(reversed(l))",
     "l.clear()", "l", "UserList(1)", "l[5]", "l+(1,)", "l.sort(key=str,reverse=True)", "hash(l)",
     "UserList([1])==UserList([1])")
