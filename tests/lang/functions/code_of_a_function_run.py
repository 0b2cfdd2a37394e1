# exec() and eval() of a function's code: a call without arguments, which may be missing
def many(a, b=1, *c, d, e=2, **k): return 1


def plain(): return "ran"


def stars(*args, **words): return args, words


def generates():
    yield 5


def named(*, k): pass


def enclosing():
    x = "shared"

    def inner(a): return x

    return inner


for function in (many, plain, stars, generates, named):
    for run in (eval, lambda code: exec(code, {}, {"a": 1})):
        try:
            result = run(function.__code__)
            print(list(result) if hasattr(result, "send") else result)
        except TypeError as error:
            print(error)
inner = enclosing()
try:
    exec(inner.__code__, closure=inner.__closure__)
except TypeError as error:
    print(error)
