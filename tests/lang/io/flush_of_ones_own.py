# close() calls the flush that a program put on the object.
import io


class Raw(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        print("raw", bytes(data))
        return len(data)


def flush():
    print("mine")
    return type(buffered).flush(buffered)


buffered = io.BufferedWriter(Raw())
buffered.write(b"x")
buffered.flush = flush
buffered.close()
print(buffered.closed)
text = io.TextIOWrapper(io.BytesIO())
text.flush = lambda: print("text")
text.close()
print(text.closed)
