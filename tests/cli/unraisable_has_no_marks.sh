# What cannot be raised is told without ~~~^^^ below the lines, suggestions, notes, causes and members of a group, and
# atexit's in words of its own.
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
cat >told.py <<'P'
class D:
    value = 1
    def __init__(self, action): self.action = action
    def __del__(self): self.action(self)
def raise_(error, note):
    error.add_note(note)
    raise error from KeyError("cause")
for action in (lambda d: d.valeu, lambda d: prnt(d), lambda d: raise_(ExceptionGroup("g", [ValueError(1)]), "note"),
               lambda d: exec("1 +"), lambda d: raise_(ValueError(), "note")):
    D(action)
P
$OURO told.py 2>&1 | sed -e 's/0x[0-9a-f]*/0x/' -e 's|"/.*/|"|' | grep -v '^  '
