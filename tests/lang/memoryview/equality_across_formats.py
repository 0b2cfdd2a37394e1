# views are equal when their items are, whatever the formats
import array

bytes_view = memoryview(b"abcd")
print(bytes_view == memoryview(bytearray(b"abcd")), bytes_view == b"abcd", bytes_view != "abcd", bytes_view == bytearray(b"abcd"))
for code in "bBhHiIlLqQfd":
    other = memoryview(array.array(code, [97, 98, 99, 100]))
    print(code, other == bytes_view, bytes_view == other, other.itemsize, other.format, other[1:2] == bytes_view[1:2])
print(bytes_view.cast("c") == bytes_view, bytes_view.cast("c") == bytes_view.cast("c"), bytes_view.cast("?").tolist())
print(bytes_view[::-1] == b"dcba", bytes_view[1:3] == b"bc", bytes_view[::2] == memoryview(b"axcx")[::2], bytes_view[:0] == b"")
print(memoryview(array.array("d", [float("nan")])) == memoryview(array.array("d", [float("nan")])))
for operate in (lambda: bytes_view < b"b", lambda: bytes_view + b"e", lambda: bytes_view * 2, lambda: -bytes_view):
    try:
        operate()
    except TypeError as error:
        print(error)
released = memoryview(b"abcd")
released.release()
print(released == released, released == bytes_view, released == b"abcd")
print(hash(bytes_view) == hash(b"abcd"), hash(bytes_view[::2]) == hash(b"ac"))
for view in (memoryview(bytearray(b"a")), memoryview(b"abcd").cast("I"), released):
    try:
        hash(view)
    except ValueError as error:
        print(error)
