def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


a = bytearray(b"abc")
a.append(100)
a.extend([101, 102])
a.extend(b"gh")
a.insert(0, 64)
a += b"!"
print(a, a.pop(), a.pop(0), len(a))
a[0] = 65
a[1:3] = b"XYZ"
del a[-1]
print(a, a[::2])
a[::2] = b"1234"
print(a)
del a[::2]
print(a)
a.remove(ord("Z"))
a.reverse()
print(a, a.copy(), a * 2)
a *= 2
a.clear()
print(a, bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]))
show(lambda: bytearray(b"a").append(256))
show(lambda: bytearray(b"a").append("x"))
show(lambda: bytearray().pop())
show(lambda: bytearray(b"a").remove(1))
show(lambda: bytearray(b"a")[1])
show(lambda: hash(bytearray()))
view = memoryview(b := bytearray(b"abc"))
show(lambda: b.append(1))
view.release()
b.append(100)
print(b)
