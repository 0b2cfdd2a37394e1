x = 5
for op in ("+= 3", "-= 1", "*= 6", "//= 4", "%= 7", "**= 3", "<<= 4", ">>= 1", "|= 3", "&= 0xF6", "^= 5", "/= 4"):
    exec("x " + op)
    print(op, x)


class Trace(dict):
    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)

    def __setitem__(self, k, v):
        print("set", k, v)
        super().__setitem__(k, v)


t = Trace(a=1)
t["a"] += 2
calls = []
def index(): calls.append(1); return "a"
t[index()] *= 2
print(len(calls))
try:
    undefined += 1
except NameError as error:
    print(error)
s = "a"
s += "b" * 3
s *= 2
print(s)
