# sys.excepthook() and sys.unraisablehook(), called with what is no exception.
import io
import sys

for hook, args in ((sys.excepthook, (5, 6, 7)), (sys.excepthook, (None, None, None)),
                   (sys.excepthook, (ValueError, ValueError("a"), 5)), (sys.excepthook, (ValueError, ValueError, None)),
                   (sys.unraisablehook, (5,)), (sys.unraisablehook, (None,))):
    kept, sys.stderr = sys.stderr, io.StringIO()
    try:
        answer = hook(*args)
    except TypeError as e:
        answer = e
    kept, sys.stderr = sys.stderr, kept
    print(answer, repr(kept.getvalue()))
