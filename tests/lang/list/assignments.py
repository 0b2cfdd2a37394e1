# Item, slice and in-place assignment and deletion.
def show(statement, items=(0, 1, 2, 3, 4, 5)):
    x = list(items)
    try:
        exec(statement, {"x": x})
        print(statement, "->", x)
    except Exception as error:
        print(statement, "->", type(error).__name__, error, x)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


import builtins

builtins.Index = Index
for statement in ("x[0] = 'a'", "x[-1] = 'a'", "x[6] = 1", "x[-7] = 1", "x['a'] = 1", "x[1.5] = 1", "x[None] = 1", "x[2**70] = 1", "x[Index(2)] = 'i'", "del x[0]", "del x[-1]", "del x[6]", "del x['a']", "del x[1.5]", "x[1:3] = 'abc'", "x[1:3] = []", "x[1:3] = 5", "x[1:3] = None", "x[:] = range(2)", "x[3:1] = 'ab'", "x[10:] = 'ab'", "x[-100:2] = ()", "x[2:2] = x", "x[:] = x", "x[1:-1] = x", "x[::2] = 'abc'", "x[::2] = 'ab'", "x[::-1] = range(6)", "x[::-1] = x", "x[::2] = x[:3]", "x[5:0:-2] = 'abc'", "x[::0] = []", "x[::'a'] = []", "x['a':] = []", "x[1.0:2] = []", "x[::3] = 5", "x[0:0:2] = ''", "x[0:0:2] = 'a'", "x[4:2:1] = 'q'", "x[2:4:-1] = ''", "x[2:4:-1] = 'a'", "del x[1:3]", "del x[::2]", "del x[::-2]", "del x[:]", "del x[3:1]", "del x[::0]", "del x[10:]", "del x[::'a']", "del x[Index(1):Index(3)]", "x[Index(1):Index(3)] = 'z'", "x += 'ab'", "x += (1,)", "x += 5", "x += None", "x += x", "x += {7: 8}", "x += (i for i in 'gh')", "x *= 2", "x *= 0", "x *= -1", "x *= 'a'", "x *= 1.5", "x *= Index(2)", "x *= 2**70", "x *= True", "x -= x", "x[0] += 1", "x[1:2] += 'zz'", "x[0], x[1] = x[1], x[0]", "x[x[1]] = x[2] = 9", "a, *x[1:3], b = 'wxyz'", "for x[0] in 'abc': pass", "x[1:4] = iter('ab')", "x[:2] = {9: 1, 8: 2}", "x[-3:-1] = 'ab'", "x[1:100:2] = 'abc'", "x.x = 1", "del x.append", "x[()] = 1", "x[...] = 1", "x[0:1, 2] = 1"):
    show(statement)


def fails():
    yield "a"
    raise KeyError("stop")


builtins.fails = fails
for statement in ("x[1:3] = fails()", "x[::2] = fails()", "x += fails()", "x.extend(fails())", "x.__init__(fails())"):
    show(statement)


class Grows:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        self.target.clear()
        return 0


for statement in ("x[Grows(x)]", "x[Grows(x)] = 1", "del x[Grows(x)]", "x.pop(Grows(x))", "x.insert(Grows(x), 1)", "x[Grows(x):2]", "x[Grows(x):] = 'a'", "x[::Grows(x)]", "x * Grows(x)", "x.index(1, Grows(x))"):
    builtins.Grows = Grows
    show(statement)
