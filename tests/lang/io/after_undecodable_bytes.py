# a text file goes on after bytes that it could not decode
import os

path = "/tmp/ouro-test-undecodable-%d" % os.getpid()
for data, encoding in ((b"y" * 9, "utf-16"), (b"\r\n\r\r\n\n", "utf-16"), (b"ok\n\xff\nend\n", "utf-8"), (b"a\xff", "ascii"),
                       (b"abc", "utf-32"), (b"\xff\xfea", "utf-16")):
    with open(path, "wb") as file:
        file.write(data)
    for buffering in (-1, 2):
        with open(path, encoding=encoding, buffering=buffering) as file:
            for step in (file.readline, lambda: next(file), lambda: file.read(1), file.readlines, lambda: file.seek(0), file.read):
                try:
                    print(encoding, ascii(step()))
                except (UnicodeDecodeError, StopIteration, OSError) as error:
                    print(encoding, type(error).__name__, error)
os.remove(path)
