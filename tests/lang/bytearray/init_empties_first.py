# __init__ of an array that is in use empties it before it looks at its arguments.
for source in (-1, "x", 5.5, None, [1, 2, "a"], (1, 2, None), (n for n in [7, "x"]), b"12", [], 3, 2**100):
    array = bytearray(b"abc")
    try:
        array.__init__(source)
    except Exception as error:
        print(type(error).__name__, error)
    print(array)

array = bytearray(b"abc")
array.__init__(array)
print(array)
for arguments in (("x", "nonsense"), (5, "ascii"), ("é", "ascii"), ("é", "utf-8"), ("é", "ascii", "replace")):
    array = bytearray(b"abc")
    try:
        array.__init__(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
    print(array)

array = bytearray(b"abc")
view = memoryview(array)
for source in (b"123", b"", b"1234"):
    try:
        array.__init__(source)
    except BufferError as error:
        print(error)
print(array)
