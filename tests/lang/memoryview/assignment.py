# writing through a view: items, slices that overlap, other formats
data = bytearray(8)
view, words = memoryview(data), memoryview(data).cast("H")
words[0] = 65535
words[-1] = 258
print(data)
words[1:3] = memoryview(b"\1\2\3\4").cast("H")
print(data)
for statement in ("words[0] = 65536", "words[0] = -1", "words[0] = 1.5", "words[1:3] = b'abcd'", "words[9] = 1", "view[0:2] = 'ab'",
                  "view[0:2] = [1, 2]", "view[0] = b'a'", "del view[0]", "view[::2] = view[1::2]", "view[:4] = view[4:]",
                  "view[1:] = view[:-1]", "memoryview(b'a')[0] = 1", "view.cast('c')[0] = b'Z'", "view.cast('c')[0] = 5",
                  "view.cast('d')[0] = 1.5", "view.cast('f')[0] = 'a'", "view.cast('?')[0] = []", "view.cast('b')[0] = 200",
                  "view.cast('B', (2, 4))[1, 1] = 7", "view.cast('B', (2, 4))[1] = 7", "view[None] = 1", "view[0, 0] = 1",
                  "view['a'] = 1", "view[2**70] = 1", "view[...] = 1", "view[:2] = data[:3]", "view.toreadonly()[0] = 1",
                  "view[2:4] = b'zz'", "view[::-1] = bytes(range(8))", "data.append(1)", "data.clear()", "data[:2] = b'ok'"):
    try:
        exec(statement)
        print(statement, data)
    except Exception as error:
        print(statement, type(error).__name__, error)
