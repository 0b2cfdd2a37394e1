"""sep and end may be instances of a subclass of str: its __str__ counts. input() needs both standard files."""
import io
import sys


class Loud(str):
    def __str__(self):
        return self.upper()


print(1, 2, sep=Loud("-a-"), end=Loud(".b\n"))
stdin, stdout = sys.stdin, sys.stdout
for name in ("stdin", "stdout"):
    setattr(sys, name, None)
    try:
        input("prompt")
    except RuntimeError as e:
        sys.stdin, sys.stdout = stdin, stdout
        print(e)
    sys.stdin, sys.stdout = io.StringIO("line\n"), stdout
print(input())
