class AppError(Exception): pass
class NotFound(AppError):
    def __init__(self, what, *, hint=None):
        super().__init__(what)
        self.what, self.hint = what, hint
class Denied(AppError, PermissionError): pass
for make in (lambda: NotFound("key", hint="look"), lambda: Denied("no"), lambda: AppError(), lambda: AppError("a", "b")):
    try: raise make()
    except NotFound as e: print("nf", e.what, e.hint, e)
    except PermissionError as e: print("perm", e, isinstance(e, AppError))
    except AppError as e: print("app", e.args, str(e))
print(issubclass(Denied, OSError), Denied.__mro__[1].__name__)
def check(f):
    try: f()
    except BaseException as e: print(type(e).__name__, "|", e)
check(lambda: [][0]); check(lambda: {}["k"]); check(lambda: int("x")); check(lambda: None.x); check(lambda: undefined)
check(lambda: 1 + "a"); check(lambda: "a" + 1); check(lambda: [] < 1); check(lambda: len(5)); check(lambda: 5())
check(lambda: (1, 2)[5]); check(lambda: "abc"[10]); check(lambda: {}[[]]); check(lambda: iter(5)); check(lambda: next(iter([])))
check(lambda: [1, 2].index(3)); check(lambda: [].pop()); check(lambda: {}.popitem()); check(lambda: set().pop()); check(lambda: "a".join([1]))
check(lambda: float("q")); check(lambda: 2 ** "a"); check(lambda: -"a"); check(lambda: not_there.attr); check(lambda: exec("1+"))
check(lambda: __import__("no_such_module")); check(lambda: chr(-1)); check(lambda: ord("ab")); check(lambda: range(1, 2, 0)); check(lambda: divmod(1, 0))
