def outer(define):
    def inner():
        return value
    if define:
        value = 1
    return inner


print(outer(True)())
try:
    outer(False)()
except NameError as error:
    print(type(error).__name__, error)


def local():
    print(later)
    later = 1


try:
    local()
except UnboundLocalError as error:
    print(type(error).__name__, error)


def deleted():
    x = 1
    del x
    return x


try:
    deleted()
except UnboundLocalError as error:
    print(error)
