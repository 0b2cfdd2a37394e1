# views of several dimensions, and of none
cube = memoryview(bytes(range(24))).cast("B", (2, 3, 4))
point = memoryview(b"a").cast("B", ())

def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, str(error).partition(" at 0x")[0])


show("cube.tolist()", "cube.shape, cube.strides, cube.ndim, cube.nbytes, len(cube)", "cube[1, 2, 3]", "cube[-1, -1, -1]",
     "cube[0]", "cube[0, 0]", "cube[0, 0, 0, 0]", "cube[2, 0, 0]", "cube[0:1, 0:1]", "cube[:1].tolist()", "iter(cube)", "list(cube)",
     "1 in cube", "cube.cast('H').shape", "cube.cast('B', (4, 6))", "cube.cast('B').tolist() == list(range(24))", "cube == cube",
     "cube == cube.cast('B')", "cube.tobytes('F')[:6]", "cube.hex(':', 4)", "cube.c_contiguous, cube.f_contiguous, cube.contiguous",
     "hash(cube) == hash(cube.tobytes())", "cube.suboffsets", "bytes(cube) == bytes(range(24))")
show("point.tolist()", "point[()]", "len(point)", "point.shape, point.strides, point.nbytes", "point[0]", "point[...].shape", "list(point)",
     "memoryview(b'ab').cast('B', ())", "memoryview(b'ab').cast('B', [2, -2])", "memoryview(b'ab').cast('B', ['a'])",
     "memoryview(b'ab').cast('B', 2)", "memoryview(b'ab').cast('B', [1] * 65)", "memoryview(b'abcd').cast('B', shape=[2, 2]).tolist()")
