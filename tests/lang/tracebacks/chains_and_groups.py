import sys
import traceback


def ctx():
    try: 1/0
    except Exception: ctx()
try: ctx()
except RecursionError as e:
    t = traceback.TracebackException.from_exception(e)
    r = list(t.format())
    print(len(r) > 2000, len([l for l in r if 'ZeroDivisionError:' in l]) > 500)
exc = TypeError('bad type')
for i in range(3): exc = ExceptionGroup('exc', [ValueError(-i), exc, ValueError(i)])
print(''.join(traceback.TracebackException.from_exception(exc, max_group_depth=2).format()))
eg = ExceptionGroup('eg', [ExceptionGroup('eg1', [ValueError(i) for i in range(3)]), ExceptionGroup('eg2', [TypeError(i) for i in range(10)])])
print(''.join(traceback.TracebackException.from_exception(eg, max_group_width=2).format()))
exc = TypeError('bad type')
for i in range(1000): exc = ExceptionGroup(f'eg{i}', [ValueError(i), exc, ValueError(-i)])
traceback.print_exception(exc, file=sys.stdout)
for a in ((5,), (None,), (ValueError, ValueError(1), None), (ValueError, None, None)):
    try: print(traceback.format_exception(*a))
    except Exception as x: print(type(x).__name__, x)
for a in ((None,), (ValueError, ValueError(1)), (ValueError, None)):
    try: print(traceback.format_exception_only(*a))
    except Exception as x: print(type(x).__name__, x)
try: traceback.format_exception(ValueError, ValueError(1))
except Exception as x: print(type(x).__name__, x)
try: exec('a b')
except SyntaxError as e:
    te = traceback.TracebackException.from_exception(e)
    print(te.filename, te.lineno, te.text, te.offset, te.msg, list(te.format_exception_only()))
print(traceback.TracebackException.from_exception(ValueError(1)) == traceback.TracebackException.from_exception(ValueError(1)))
sys.tracebacklimit = 1
try: (lambda: 1 / 0)()
except ArithmeticError as e: print(len(traceback.extract_tb(e.__traceback__)))
