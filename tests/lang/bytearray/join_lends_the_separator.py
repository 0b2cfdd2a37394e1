# While join makes its parts the separator cannot be resized; __alloc__ counts a zero byte behind the last.
x = bytearray(b", ")


def parts():
    yield b"a"
    x.append(1)
    yield b"b"


for call in (lambda: x.join(parts()), lambda: x.join([b"p", b"q"]), lambda: x.join(5), lambda: x.append(2)):
    try:
        print(call(), x)
    except Exception as error:
        print(type(error).__name__, error, x)
print(all(bytearray(n).__alloc__() > n for n in range(1, 100)), bytearray().__alloc__())
