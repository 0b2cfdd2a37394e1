# "in" has words of its own for what __iter__ refuses.
class Wrong:
    def __iter__(self):
        return 5


class Refuses:
    def __iter__(self):
        raise TypeError("not me")


class Fails:
    def __iter__(self):
        raise ValueError("broken")


class Not:
    __iter__ = None


for cls in Wrong, Refuses, Fails, Not:
    for use in [lambda x: 5 in x, lambda x: 5 not in x, list]:
        try:
            use(cls())
        except Exception as error:
            print(cls.__name__, type(error).__name__, error)
