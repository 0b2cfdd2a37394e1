import traceback, sys
def f(n):
    if n == 0: raise ValueError("deep\ntwo")
    return f(n - 1) + 1
def g():
    try: f(6)
    except ValueError as e:
        raise KeyError(
            "k",
            1 + 1) from e
def h():
    try: g()
    except KeyError: [].appendd
def show(x): print(ascii(x))
try: h()
except AttributeError as e: exc = e
show(traceback.format_exception(exc))
show(traceback.format_exception(exc, chain=False))
show(traceback.format_exception(exc, limit=1))
show(traceback.format_exception(exc, limit=-1))
show(traceback.format_exception(type(exc), exc, exc.__traceback__))
show(traceback.format_exception(type(exc), exc, None))
show(traceback.format_exception(None))
show(traceback.format_exception_only(exc))
show(traceback.format_tb(exc.__traceback__))
show(traceback.format_tb(exc.__traceback__, limit=1))
show(traceback.extract_tb(exc.__traceback__))
for fs in traceback.extract_tb(exc.__context__.__traceback__): show((fs.lineno, fs.end_lineno, fs.colno, fs.end_colno, fs.line, fs.name))
te = traceback.TracebackException.from_exception(exc)
te = traceback.TracebackException(type(exc), exc, exc.__traceback__, capture_locals=True, limit=1)
show([l for l in te.stack.format() if 'h()' in l][0].count('show'))
e = ValueError("a"); e.add_note("n1"); e.add_note("n2\nn3")
show(traceback.format_exception_only(e)); show(traceback.format_exception(e))
eg = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2)])])
show(traceback.format_exception_only(eg)); show(traceback.format_exception_only(eg, show_group=True)); print("".join(traceback.format_exception(eg)))
try: raise RuntimeError("x") from None
except RuntimeError as e2: print("".join(traceback.format_exception(e2)), end=""); show(traceback.format_exception(e2))
try:
    try: 1/0
    except ZeroDivisionError: raise eg
except ExceptionGroup as e3: show("".join(traceback.format_exception(e3)))
try: compile("if a:\npass", "nofile.py", "exec")
except SyntaxError as e:
    te = traceback.TracebackException.from_exception(e)
    show((te.filename, te.lineno, te.offset, te.text, te.msg, te.end_lineno, te.end_offset))
    show(traceback.format_exception_only(e))
class E(Exception):
    def __str__(self): raise ValueError
show(traceback.format_exception_only(E())); show(str(traceback.TracebackException.from_exception(E())))
class Outer:
    class Inner(Exception): pass
show(traceback.format_exception_only(Outer.Inner("x")))
traceback.print_exc(file=sys.stdout)
sys.tracebacklimit = 2
show(traceback.format_exception(exc, chain=False))
