if (n := len("hello")) > 3:
    print(n)
while (n := n - 2) > 0:
    print("loop", n)
print([m for x in range(4) if (m := x * x) > 1], m)
print((a := 1, b := 2), a + b)
f = lambda: (y := 5) + y
print(f(), "y" in globals())


def scope():
    if any((hit := v) > 2 for v in range(5)):
        return hit


print(scope())
print({(k := "key"): (v := "value")}, k, v)
print(f"{(w := 3)} {w=}", w)
x = (y := [0])
y.append(1)
print(x)
