def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")
a = g()
print(next(a))
a.close()
a.close()
print(list(a))
b = g()
next(b)
del b
for x in g():
    break
g().close()
def stubborn():
    try:
        yield
    except GeneratorExit:
        yield "no"
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def value():
    try:
        yield
    except GeneratorExit:
        return "closed"
v = value()
next(v)
print(v.close())
