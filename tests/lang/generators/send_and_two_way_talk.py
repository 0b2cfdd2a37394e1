def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return "final", average
        total += value
        count += 1
        average = total / count

g = averager()
print(next(g), g.send(10), g.send(20))
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    g.send(1)
except StopIteration as stop:
    print(stop.value)
try:
    averager().send(5)
except TypeError as error:
    print(error)

def echo():
    received = []
    try:
        while len(received) < 3:
            received.append((yield len(received)))
    finally:
        print("received", received)

e = echo()
print([next(e), e.send("a"), e.send("b")])
print(next(e, "over"))
