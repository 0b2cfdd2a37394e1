"""What was read ahead is kept when a text file is written to, unless tell() could say where it was read."""
import io
import warnings

pair = io.TextIOWrapper(io.BufferedRWPair(io.BytesIO(b"one\ntwo\nthree\n"), io.BytesIO()))
print(repr(pair.readline()))
pair.write("written")
print(repr(pair.readline()))
file = io.TextIOWrapper(io.BytesIO(b"one\ntwo\nthree\n"))
for line in file:
    file.write("!")
    print(repr(line), repr(file.readline()))
    break
file = io.TextIOWrapper(io.BytesIO(b"one\ntwo\nthree\n"))
print(repr(file.readline()))
print(repr(file.newlines))
file.write("!")
print(repr(file.newlines), repr(file.read()), repr(file.newlines))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    open(True, "w", closefd=False)
    print([str(warning.message) for warning in seen])
