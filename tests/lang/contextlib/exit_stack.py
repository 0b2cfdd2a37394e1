from contextlib import AbstractContextManager, ExitStack, contextmanager


@contextmanager
def step(n):
    print("enter", n)
    yield n
    print("exit", n)


def fail(error):
    def call(*details):
        raise error
    return call


with ExitStack() as stack:
    print(stack.enter_context(step(1)), stack.enter_context(step(2)))
    print(stack.callback(print, "called", 1, sep="-") is print)
    stack.push(lambda *details: print("pushed", details))

    @stack.callback
    def last():
        print("first to run")

try:
    with ExitStack() as stack:
        stack.callback(fail(ValueError(1)))
        stack.callback(fail(KeyError(2)))
        raise IndexError(3)
except Exception as error:
    while error:
        print(repr(error))
        error = error.__context__
with ExitStack() as stack:
    stack.push(lambda *details: True)
    stack.callback(fail(KeyError(2)))
    raise IndexError(3)
for bad in (1, object()):
    try:
        ExitStack().enter_context(bad)
    except TypeError as error:
        print(error)
first = ExitStack()
first.callback(print, "later")
second = first.pop_all()
first.close()
print("nothing yet")
second.close()
print(isinstance(first, AbstractContextManager))
