# keys() of a mapping answers something that has no iterator
class Odd:
    def keys(self): return 5


class Failing:
    def keys(self): return iter("ab")
    def __getitem__(self, key): raise KeyError(key)


for make in (lambda: dict(Odd()), lambda: {}.update(Odd()), lambda: {**Odd()}, lambda: print(**Odd()),
             lambda: {}.__ior__(Odd()), lambda: {} | Odd(), lambda: dict(Failing()), lambda: {**Failing()}):
    try:
        print(make())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
