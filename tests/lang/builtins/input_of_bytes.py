import sys

class Lines:
    def __init__(self, *lines): self.lines = list(lines)
    def readline(self): return self.lines.pop(0)

sys.stdin = Lines(b"bytes\n", b"\n", b"no end", b"", "text\n", bytearray(b"x\n"), None)
for _ in range(7):
    try: print(repr(input()))
    except (EOFError, TypeError) as e: print(type(e).__name__, e)
