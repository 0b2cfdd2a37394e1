class Coded(Exception):
    def __init__(self, code, message="none", *more, hint=None):
        super().__init__(message, *more)
        self.code, self.hint = code, hint


class Silent(ValueError):
    def __init__(self, code):
        self.code = code


class Late(OSError):
    def __init__(self, *args):
        super().__init__(2, "no such thing", *args)


class Plain(KeyError):
    pass


class Made(Exception):
    def __new__(cls, *args):
        made = super().__new__(cls, *args)
        made.made = True
        return made

    def __init__(self, *args):
        self.seen = args


class Group(ExceptionGroup):
    def __init__(self, *args):
        self.counted = len(args)


def show(e):
    print(type(e).__name__, repr(e), str(e), e.args, vars(e))


for turn in range(2):
    show(Coded(1))
    show(Coded(2, "m", 3, hint="h"))
    show(Coded(code=4, message="named"))
    show(Silent(5))
    show(Silent(code=6))
    show(Late())
    show(Late("f"))
    show(Plain("k", 1))
    show(Plain())
    show(Made(7, 8))
    show(Group("several", [ValueError(1)]))
    show(FileNotFoundError(2, "x"))
    show(OSError(17, "y"))
    show(StopIteration(9))
    for wrong in (lambda: Coded(), lambda: Silent(1, 2), lambda: Silent(kode=1), lambda: Plain(a=1), lambda: Group(1), lambda: UnicodeDecodeError(1)):
        try:
            show(wrong())
        except TypeError as error:
            print(error)
try:
    raise Coded(10, "raised") from Silent(11)
except Coded as error:
    print(error.code, error.__cause__.code, error.__traceback__.tb_lineno)
