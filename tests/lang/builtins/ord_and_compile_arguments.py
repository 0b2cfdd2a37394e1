# ord() of strings, bytes and their subclasses; modes of compile() that no C string can be.
def show(call, *args):
    try:
        print(call.__name__, args, "->", call(*args))
    except Exception as error:
        print(call.__name__, args, "->", type(error).__name__, error)


class Array(bytearray):
    pass


class Bytes(bytes):
    pass


class Text(str):
    pass


for c in Array(), Array(b"ab"), Array(b"a"), Bytes(), Bytes(b"b"), Text(), Text("cd"), Text("c"), bytearray(), b"", "", 5:
    show(ord, c)
for mode in "\udfff", "a\0b", "exec\0", "", "x":
    show(compile, "1", "file", mode)
