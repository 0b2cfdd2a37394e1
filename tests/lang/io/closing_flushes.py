"""close() of a raw file calls its flush(); input() does without one; readinto1() reads on when there is much room."""
import io
import os
import sys


class Loud(io.FileIO):
    def flush(self):
        print("flush", self.closed)
        super().flush()


file = Loud(os.devnull, "wb")
file.close()
file.close()


class Failing(io.FileIO):
    def flush(self):
        raise OSError("full")


file = Failing(os.devnull, "wb")
try:
    file.close()
except OSError as error:
    print(error, file.closed)


class Pieces(io.RawIOBase):
    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def readable(self):
        return True

    def readinto(self, room):
        piece = self.pieces.pop(0) if self.pieces else b""
        room[:len(piece)] = piece
        return len(piece)


reader = io.BufferedReader(Pieces(b"abc", b"de", b"fgh"), 4)
print(reader.peek(), [(reader.readinto1(room := bytearray(size)), bytes(room)) for size in (2, 2, 20, 20)])


class Plain:
    def write(self, text):
        sys.__stdout__.write(text.upper())


sys.stdin, sys.stdout = io.StringIO("answer\n"), Plain()
answer = input("question\n")
sys.stdout = sys.__stdout__
print(answer)
try:
    os.lstat(0)
except TypeError as error:
    print(error)
try:
    file.readall()
except ValueError as error:
    print(error)
