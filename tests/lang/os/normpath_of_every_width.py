"""os.path.normpath on random names of every width of characters, as str and bytes, and what comes from it."""
import os.path
import random

numbers = random.Random(7)
parts = ["", ".", "..", "a", "b.", "..c", "...", "é", "\u20acx", "\U0001f600", "/", "//", "\0", "\udc80", " "]
for _ in range(150):
    name = numbers.choice(["", "/", "//", "///", "./", "../"])
    name += numbers.choice("/ ").join(numbers.choice(parts) for _ in range(numbers.randrange(6)))
    print(ascii(os.path.normpath(name)), end=" ")
    if "\udc80" not in name:
        print(os.path.normpath(name.encode()))
print(os.path.normpath(b"\xff/../\xfe//x"), os.path.abspath("//a/../b"), os.path.abspath(b"/x/./y"), os.path.relpath("/a/b/c", "/a/x"))


class Path:
    def __fspath__(self):
        return "/a//b"


class Text(str):
    pass


print(os.path.normpath(Path()), type(os.path.normpath(Text("a"))).__name__, type(os.path.normpath(Text("a/../b"))).__name__)
