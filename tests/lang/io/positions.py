"""tell(), seek(), truncate() of text and binary files, and reading and writing in turn."""
import io
import os

path = f"/tmp/ouro-positions-{os.urandom(8).hex()}"
with open(path, "w+") as file:
    file.write("0123456789")
    file.seek(3)
    print(file.read(2), file.tell())
    file.write("XY")
    file.seek(0)
    print(file.read())
    file.seek(5)
    print(file.truncate(), file.tell(), file.truncate(2))
    file.seek(0)
    print(file.read())
with open(path, "w", newline="") as file:
    file.write("é\r\nzwei\r\n€uro\n😀\nend")
with open(path) as file:
    places = [0]
    while file.readline():
        places.append(file.tell())
    for place in reversed(places):
        file.seek(place)
        print(place, repr(file.readline()), end=" ")
    print()
    file.seek(0)
    for size in (1, 2, 2, 5, 6):
        file.read(size)
        place = file.tell()
        rest = file.read()
        file.seek(place)
        print(place, repr(rest), file.read() == rest, file.seek(place))
with open(path, "wb+") as file:
    file.write(b"0123456789")
    file.seek(3)
    print(file.read(2), file.tell())
    file.write(b"XY")
    file.seek(0)
    print(file.read(), file.seek(-3, 2), file.read(1), file.seek(1, 1), file.read(), file.tell())
    file.seek(2)
    file.write(b"__")
    print(file.read(2), file.seek(0))
    room = bytearray(4)
    print(file.readinto(room), room, file.readinto1(memoryview(room)[1:3]), room, file.peek(3)[:3], file.readline())
with open(path, "ab") as file:
    print(file.tell(), file.write(b"end"), file.tell(), file.seek(0), file.write(b"!"))
print(open(path, "rb").read(), os.path.getsize(path))
os.remove(path)

# What next() read ahead no place is known in: flush() allows tell() again, and it tells the buffer's.
file = io.TextIOWrapper(io.BytesIO(b"one\ntwo\nthree\n"))
print(next(file))
try:
    file.tell()
except OSError as error:
    print(error)
file.flush()
print(file.tell(), file.readline(), file.tell(), file.seek(4), file.readline(), file.tell())
