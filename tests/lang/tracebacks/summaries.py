import traceback, sys
def rep(e):
    print(''.join(traceback.format_exception_only(e)), end='')
class Broken(Exception):
    broken = False
    def __getattr__(self, name):
        if self.broken: raise ValueError(f'no {name}')
e = Broken(123); e.broken = True
rep(e)
class NS:
    __str__ = None
    __repr__ = None
class A:
    blech = None
    def __getattr__(self, attr): raise AttributeError(NS())
class B:
    blech = None
    def __getattr__(self, attr): raise AttributeError("Error", 23)
class C:
    blech = None
    def __getattr__(self, attr): raise AttributeError(23)
class D:
    blech = None
    def __getattr__(self, attr): raise AttributeError
for c in (A, B, C, D):
    try: c().bluch
    except AttributeError as e: rep(e); print(e.name, type(e.obj).__name__)
for n in ([1, 'x'], 5, 'str', b'b', ['a\nb'], (), None):
    e = ValueError('v'); e.__notes__ = n
    rep(e)
eg = ExceptionGroup("A\n1", [ValueError("B\n2"), ExceptionGroup('in', [KeyError('k')])])
print(traceback.format_exception_only(eg, show_group=True), traceback.format_exception_only(eg))
def f(n):
    x = 5
    if n: return f(n - 1)
    raise ValueError('deep')
class Bad:
    def __repr__(self): raise RuntimeError
try:
    bad = Bad()
    f(6)
except ValueError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print([(k, v) for k, v in te.stack[0].locals.items() if k == 'bad'])
    te = traceback.TracebackException.from_exception(e, limit=2)
    print(te.exc_type_str, te.stack[0].name, len(te.stack), str(te))
    for lim in (None, 3, -3, 0):
        print([s.name for s in traceback.extract_tb(e.__traceback__, limit=lim)])
def g(): return traceback.extract_stack(limit=2), traceback.extract_stack(limit=-2), traceback.extract_stack(limit=0)
def h(): return g()
print([[s.name for s in x] for x in h()])
class SS(traceback.StackSummary):
    def format_frame_summary(self, fs, **k):
        if fs.name == 'skip': return None
        return f'{fs.name}:{fs.lineno}\n'
def skip(): return SS.extract(traceback.walk_stack(None), limit=2)
def some(): return skip()
print(some().format())
fs = traceback.FrameSummary('nofile', 3, 'fn')
print(repr(fs.line), tuple(fs), fs == ('nofile', 3, 'fn', ''), len(fs), repr(traceback.FrameSummary('nofile', None, 'fn').line))
