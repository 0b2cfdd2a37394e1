import gc

saved = []

class Phoenix:
    def __del__(self):
        print("rises")
        saved.append(self)

p = Phoenix()
p.data = "kept"
del p
print(saved[0].data)
saved.clear()
print("cleared", len(saved))

class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def f():
    local = Loud("local")
    print("in f")

f()
x = [Loud(1), Loud(2), Loud(3)]
x[1] = None
x.pop(0)
x.clear()
d = {"k": Loud("dict")}
d["k"] = 0
t = (Loud("tuple"),)
t = None
Loud("temporary")
print("end of", Loud("argument").name)
y = Loud("at exit")
gc.collect()
print("last line")
