class Name(str):
    def __new__(cls, first, last):
        return super().__new__(cls, first + " " + last)

    def shout(self):
        return self.upper() + "!"


name = Name("Añe", "Bo")
name.age = 5
print(name, repr(name), len(name), name.shout(), name.age, name[1:3], name == "Añe Bo")
print({name: 1}["Añe Bo"], hash(name) == hash("Añe Bo"), isinstance(name, str))


class Quiet(str):
    def __str__(self):
        return "quiet"

    def __repr__(self):
        return "Quiet()"


q = Quiet("loud")
print(q, repr(q), "%s %r" % (q, q), f"{q} {q!r} {q:>6}", "{} {!r}".format(q, q), "".join([q]), q + "")


class Tag(bytes):
    pass


tag = Tag(b"xyz")
tag.kind = 1
print(tag, tag.kind, tag[0], type(tag + b"").__name__, tag.hex(), tag == b"xyz")


class Buffer(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.reads = 0


buffer = Buffer(b"hello")
buffer.append(33)
print(buffer, buffer.reads, len(buffer), buffer[1:3], buffer.upper())
