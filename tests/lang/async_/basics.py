class Step:
    def __await__(self):
        got = yield "step"
        return got
async def child(n):
    x = await Step()
    return n, x
async def main():
    a = await child(1)
    b = await child(2)
    async with Manager() as m: print("in", m)
    async for i in Counter(2): print("item", i)
    print([i async for i in agen(3)], {i: i async for i in agen(2)})
    return a, b
class Manager:
    async def __aenter__(self): return "manager"
    async def __aexit__(self, *a): print("aexit", a[0])
class Counter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def agen(n):
    for i in range(n):
        yield i
c = main()
value = None
try:
    while True:
        print(c.send(value)); value = "sent"
except StopIteration as e: print(e.value)
