# What cannot be raised is told without ~~~^^^ below the lines, and atexit's in words of its own.
cat >program.py <<'P'
import atexit
class D:
    def __del__(self): x = 1 / 0
    def __repr__(self): return "D()"
    def __call__(self, word): raise ValueError(word)
def generate():
    try: yield 1
    finally: [][
        0]
atexit.register(D(), "at the end")
g = generate(); next(g)
del g
D()
P
$OURO program.py 2>&1 | sed -e 's/0x[0-9a-f]*/0x/' -e 's|"/.*/|"|'
