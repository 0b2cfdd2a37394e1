import gc
class D:
    def __init__(self): self.me = [self]
    def __del__(self):
        gc.collect()
        [[] for _ in range(50)]
class E:
    def __del__(self):
        gc.collect()
        [[] for _ in range(50)]
for _ in range(20):
    getattr(E(), "missing", E())
    isinstance(E(), E)
    {}.get(1, E())
    [E(), E()][0:1]
    x = {1: E(), 2: E()}
    x.update({1: E()}, k=E())
    "%s" % (len([E(), E()]),)
gc.collect()
print("done")
