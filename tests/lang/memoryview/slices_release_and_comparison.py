# Slices of views, storing through them, release, equality, hash, and a bytearray that is held.
def show(text, **names):
    try:
        print(text, "->", eval(text, names))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


b = bytearray(b"abcdefgh")
v = memoryview(b)
for text in "v[1], v[-9], v[2**70], v['a'], v[1:3].tobytes(), v[::-1].tobytes(), v[::3].tolist(), v[5:2].tobytes(), v[::0], v[...], v[()], v[None], v[1.0], v[1, 2], v[1:2, 3], len(v), 97 in v, 'a' in v, list(v[:3]), bytes(v), v.hex(), v.hex('-', 2), v.obj is b, v.suboffsets, v.contiguous, v[::2].contiguous, v.toreadonly().readonly, v.toreadonly()[0], v.tobytes('F'), v.tobytes('x'), v.tobytes(5), list(reversed(v)), v.index(99), v.count(97), v + b'x', v * 2, min(v), sorted(v)[:2], bytearray(v[2:4]), b'x'.join([v, v[1:2]]), v.__len__(), v.cast('q') == 5".split(", "):
    show(text, v=v, b=b)
for left, right in (("v", "b'abcdefgh'"), ("v", "bytearray(b'abcdefgh')"), ("v[:2]", "b'ab'"), ("v[::2]", "b'aceg'"), ("v", "'abcdefgh'"), ("v.cast('i')", "v.cast('i')"), ("v.cast('i')", "v"), ("v.cast('c')", "v"), ("v.cast('b')", "v"), ("memoryview(b'')", "b''"), ("v.cast('B', [2, 4])", "v")):
    show(f"{left} == {right}", v=v)
    show(f"{right} != {left}", v=v)
for text in ("hash(v)", "hash(memoryview(b'ab')) == hash(b'ab')", "hash(memoryview(b'abcd').cast('i'))", "hash(memoryview(b''))", "v < v", "memoryview('x')", "memoryview(5)", "memoryview()", "memoryview(object=b'a')[0]", "memoryview(v) == v", "{memoryview(b'a'): 1}[b'a']"):
    show(text, v=v)
v[0] = 65
v[1:3] = b"BC"
v[4::2] = b"EG"
print(b)
for key, value in ((0, 256), (0, "a"), (0, b"a"), (99, 1), (slice(0, 2), b"x"), (slice(0, 2), b"xyz"), (slice(0, 2), "ab"), (slice(0, 2), 5), ("a", 1), (slice(0, 4), v[4:])):
    try:
        v[key] = value
        print(b)
    except Exception as error:
        print(type(error).__name__, error)
for act in ("b.append(1)", "b.clear()", "b += b'x'", "b[1:2] = b''", "del v[0]", "v.release()", "v[0]", "len(v)", "v.tolist()", "v == v", "v.release()", "b.append(33)", "v.format", "repr(v)[:16]"):
    try:
        exec(act)
        print(act, b)
    except Exception as error:
        print(act, type(error).__name__, error)
with memoryview(b"abc") as w:
    print(w[0])
print(repr(w).split(" at")[0])
