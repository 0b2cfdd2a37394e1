import sys

print()
print(1, "a", None, 2.5, [1], sep=", ", end="!\n")
print("no", "space", sep="")
print(*"abc", sep="\n")
print("a", end="")
print("b")
print("to stdout", file=sys.stdout, flush=True)
print(sep="x", end="only end\n")
for bad in (lambda: print("x", sep=5), lambda: print(1, end=2), lambda: print(1, what=1), lambda: print(1, file=5)):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class File:
    def write(self, text):
        parts.append(text)


parts = []
print("x", 1, file=File())
print(parts)
print("", " ", "\t|", "é😀")
print(sys.stdout.write("written\n"))
