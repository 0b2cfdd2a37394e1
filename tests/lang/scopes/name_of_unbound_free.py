# A NameError says which name, for a variable of an enclosing function too.
def outer():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error, error.name)
    value = 1


def local():
    try:
        print(late)
    except UnboundLocalError as error:
        print(type(error).__name__, error, error.name)
    late = 1


outer()
local()
