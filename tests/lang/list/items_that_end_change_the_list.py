# repeatedly deleting and growing in the destructor of an item
class A:
    def __init__(self, lst, n):
        self.lst, self.n = lst, n
    def __del__(self):
        self.lst.append(self.n)
lst = []
log = []
for i in range(5):
    lst.append(A(log, i))
lst[1:3] = [A(log, 10)]
print(log, len(lst))
del lst[::2]
print(log, len(lst))
lst *= 2
lst.clear()
print(log)
class B:
    def __del__(self):
        victims.append('again')
victims = [B(), B()]
victims.clear()
print(victims)
victims = [B(), 1, B()]
victims[:] = [7]
print(victims)
