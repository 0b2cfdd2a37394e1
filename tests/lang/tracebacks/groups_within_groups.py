# Groups of exceptions that are wide, deep, noted or without text.
import traceback
def show(error): print("".join(traceback.format_exception(error)).replace(__file__, "FILE"), end="")
try: raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), OSError(2, "no")]), TypeError("t")])
except ExceptionGroup as e:
    try: raise RuntimeError("after") from e
    except RuntimeError as r: show(r)
many = ExceptionGroup("many", [ValueError(i) for i in range(20)]); show(many)
deep = ValueError("deepest")
for i in range(14): deep = ExceptionGroup(f"level {i}", [deep])
show(deep)
noted = ExceptionGroup("n", [ValueError("a\nb"), KeyError()]); noted.add_note("note 1\nline 2"); noted.exceptions[0].add_note("inner note"); noted.exceptions[1].__notes__ = 5; show(noted)
class BadStr(Exception):
    def __str__(self): raise ValueError
show(ExceptionGroup("bad", [BadStr(), BaseException]) if 0 else ExceptionGroup("bad", [BadStr()]))
