# The locals of a running frame as a mapping, and what a frame says about tracing.
import operator, sys
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# frame trace attributes, locals proxy
def g():
    x = 1; y = "a"
    fr = sys._getframe()
    l = fr.f_locals
    print(list(l), list(l.values())[:2], list(reversed(l))[:1], l | {"z": 1} == {**l, "z": 1}, {"z": 1} | l == {"z": 1, **l}, attempt(lambda: l | 5), len(l), "x" in l, l["x"], attempt(l.__getitem__, "q"), l.get("q", 3), attempt(l.__delitem__, "x"), [hasattr(l, n) for n in ("pop", "popitem", "clear", "fromkeys")])
    l["x"] = 5; l["extra"] = 6; print(x, list(l.items())[0], l.setdefault("extra", 7), l.setdefault("more", 8), l.copy() == dict(l), l == fr.f_locals, l != {}, attempt(hash, l), attempt(lambda: l < l), l.update({"y": "b"}), y, operator.ior(l, {"y": "c"}) is l, y, repr(l)[:30], type(l).__name__)
    print(fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes); fr.f_trace = print; print(fr.f_trace is print); del fr.f_trace; print(fr.f_trace); fr.f_trace_lines = False; print(attempt(setattr, fr, "f_trace_lines", 5), fr.f_trace_lines, attempt(setattr, fr, "f_trace_opcodes", True), fr.f_trace_opcodes, attempt(setattr, fr, "f_trace_opcodes", "a"), attempt(delattr, fr, "f_trace_lines"))
g()
