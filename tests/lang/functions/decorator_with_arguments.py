def tag(name, *, upper=False):
    print("make", name)

    def decorate(function):
        print("decorate", function.__name__, "with", name)

        def wrapper(*args, **kwargs):
            result = f"<{name}>{function(*args, **kwargs)}</{name}>"
            return result.upper() if upper else result

        wrapper.__name__ = function.__name__
        return wrapper

    return decorate

@tag("b")
@tag("i", upper=True)
def greet(who, mark="!"):
    return f"hello {who}{mark}"

print(greet("you"), greet("me", mark="?"), greet.__name__)

@(lambda cls: setattr(cls, "marked", True) or cls)
class Marked:
    pass

print(Marked.marked)
table = {}

@table.setdefault
def key():
    pass

print(key, len(table))
