import traceback, sys
def f(n):
    if n: return f(n-1)
    return traceback.StackSummary.extract(traceback.walk_stack(None), limit=3)
for s in f(2): print(s.lineno, s.name, s.line)
print(len(traceback.extract_stack()), [s.name for s in traceback.extract_stack(limit=1)], traceback.extract_stack()[-1].line)
class R:
    def __repr__(self): raise ValueError
def g():
    x = R(); y = 5
    1/0
try: g()
except ZeroDivisionError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print(te.stack[-1].locals, te.exc_type_str, str(te), te)
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e), traceback.format_tb(e.__traceback__)[-1].replace(__file__, "F"))
fs = traceback.FrameSummary("f", None, "n"); print(fs.line, list(fs), fs)
fs = traceback.FrameSummary("f", 3, "n", line="  abc  "); print(repr(fs.line), fs == ("f", 3, "n", "abc"), len(fs), fs[2])
print(traceback.format_list([("a.py", 1, "f", "code"), ("b.py", 2, "g", None)]))
for bad in (lambda: traceback.print_exception(42), lambda: traceback.format_exception(ValueError, ValueError(1)), lambda: traceback.format_exception("x")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class S(traceback.StackSummary):
    def format_frame_summary(self, fs, **k): return None if fs.name == "g" else fs.name
try: g()
except Exception as e: print(S.extract(traceback.walk_tb(e.__traceback__)).format())
eg = ExceptionGroup("A\n1", [ValueError("B\n2"), ExceptionGroup("in", [TypeError(1)])])
print(list(traceback.TracebackException.from_exception(eg).format_exception_only(show_group=True)), traceback.format_exception_only(eg))
e = ValueError("x"); e.add_note("note 1"); e.add_note("n2\nn3")
print(traceback.format_exception(e), traceback.format_exception(None), traceback.format_exc())
class E(Exception):
    def __str__(self): raise KeyError
print(traceback.format_exception_only(E()))
e = ValueError(1); e.__notes__ = 5; print(traceback.format_exception_only(e))
e.__notes__ = [1, "a"]; print(traceback.format_exception_only(e))
try:
    try: 1/0
    except Exception as e: raise KeyError("k") from e
except Exception as e:
    print(traceback.format_exc(limit=0), traceback.format_exc(chain=False).replace(__file__, "F"))
    te = traceback.TracebackException.from_exception(e); print(te.__cause__, te.__context__, te.__suppress_context__)
try: compile("a b", "<x>", "exec")
except SyntaxError as e: print(traceback.format_exception_only(e)); te = traceback.TracebackException.from_exception(e); print(te.lineno, te.offset, te.text, te.msg, te.filename)
