# Where a syntax error ends, for programs that show it themselves.
sources = ["x = (1", "x = [1,\n2", "if 1:\n  x\n y", "  x = 1", "if 1:\n\tx\n        y", "{1: 2, 3}", "x \\ y", "x = 1 \\",
           "try: pass", "def f():\n  if x:\ny", "def f():\npass", "from __future__ import nope", "f'{x", "'abc", "x = = 1", "a b",
           "f() = 1", "0b12", "x = 1)", "f(a=1, a=2)"]
for source in sources:
    try:
        compile(source, "case", "exec")
    except SyntaxError as e:
        print(f"{source!r}: {e.msg}: {e.lineno} {e.offset} {e.end_lineno} {e.end_offset}")
