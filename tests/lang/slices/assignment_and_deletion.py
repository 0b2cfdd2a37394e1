x = list(range(8))
x[2:4] = "abc"
print(x)
x[::2] = [0] * len(x[::2])
print(x)
x[5:2] = ["inserted"]
print(x)
del x[1:3]
print(x)
del x[::-2]
print(x)
x[:] = (i for i in range(3))
print(x)
x[len(x):] = [9]
x[:0] = x
print(x)
x[1:1] = []
x *= 0
print(x)
for bad in ("[1, 2, 3][::2] = [1]", "[1][:] = 5", "[1][::2] = 5", "(1,)[:] = []", "'a'[:] = 'b'", "del 'abc'[1:]", "[1][0:1:0] = []"):
    try:
        exec("y = " + bad if False else bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
b = bytearray(b"hello")
b[1:3] = b"XYZ"
del b[-1]
print(b)
