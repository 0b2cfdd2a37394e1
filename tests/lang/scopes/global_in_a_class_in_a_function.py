# `global` in a class body is for that body: its methods see the variable of the function around the class.
def outer():
    y = "outer"

    class C:
        global y
        y = "global"
        inside = y
        in_lambda = lambda: y
        in_list = [y for _ in range(1)]

        def method(self):
            return y

    return y, C.inside, C.in_lambda(), C.in_list, C().method()


print(outer())
print(y)


def function():
    y = "outer"

    def inner():
        global y
        y = "changed"
        return y, (lambda: y)(), [y for _ in range(1)]

    return y, inner()


print(function(), y)
