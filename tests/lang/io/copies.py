# Files in memory can be copied, with their place and what was set on them; others say that they cannot.
import copy
import io


class Log(io.StringIO):
    pass


text = Log("one\ntwo\n")
text.readline()
text.name = ["a"]
held = {"out": text, "raw": io.BytesIO(b"bytes")}
held["raw"].seek(2)
deep = copy.deepcopy(held)
deep["out"].name.append("b")
print(type(deep["out"]).__name__, deep["out"].read(), text.tell(), text.name, deep["out"].name, deep["raw"].read())
shallow = copy.copy(text)
shallow.write("more")
print(shallow.getvalue(), text.getvalue(), shallow.name is text.name)
with open("/dev/null") as null, open("/dev/null", "wb", 0) as raw:
    for file in null, null.buffer, raw, io.BufferedWriter(io.BytesIO()), io.BufferedRandom(io.BytesIO()):
        for use in copy.copy, copy.deepcopy, lambda f: f.__reduce__(), lambda f: f.__reduce_ex__(2):
            try:
                print(use(file))
            except TypeError as error:
                print(error)
closed = io.BytesIO(b"x")
closed.close()
try:
    copy.copy(closed)
except ValueError as error:
    print(error)
