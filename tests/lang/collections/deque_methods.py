from collections import deque


def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


d = deque([1, 2, 3])
m = deque([1, 2], 2)
show("deque(1)", "deque(1,2,3)", "deque([],-1)", "deque([],'x')", "deque([],1.5)", "deque([1],maxlen=None)",
     "deque(iterable=[1,2],maxlen=1)", "deque(foo=1)", "deque([], 2**70)", "deque([],True)", "d.remove(9)",
     "d.index(9)", "d[5]", "d['a']", "d[1:2]", "d.__delitem__(7)", "d+[1]", "d+1", "d*'x'", "d*2", "2*d", "d*-1",
     "m*3", "m+deque([7,8,9])", "m.insert(0,1)", "d.insert('x',1)", "d.insert(2**70,1)", "deque().pop()", "deque().popleft()",
     "d.rotate(1,2)", "d.rotate('x')", "d.rotate(1.5)", "d.extend(1)", "d.index(1,'x')", "d==[1,2,3]",
     "d<deque([1,2,4])", "d<[1]", "hash(d)", "d.maxlen", "setattr(m,'maxlen',3)", "d.__sizeof__()", "deque[int]",
     "d.copy()", "m.copy()", "m.__copy__()", "d.index(3,-1)", "d.index(1,-100,100)", "d.index(2,2)",
     "d.insert(-1,'z')", "d", "d.insert(100,1)", "d", "d.insert(-100,0)", "d", "d.__iadd__([1])", "d.__imul__(2)",
     "d.__contains__(1)", "deque.__hash__", "d.__class__.__module__", "m.__imul__(0)", "deque('abc',0)",
     "deque('abc',maxlen=0).append(1)", "d.__add__([1])", "d.extendleft(1)")
