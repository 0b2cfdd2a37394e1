def none(): pass
def one(a): pass
def two(a, b=1): pass
def kwonly(*, key, other): pass
def many(a, b, c): pass
class C:
    def m(self, x): pass
cases = [lambda: none(1), lambda: one(), lambda: one(1, 2), lambda: two(1, 2, 3), lambda: two(1, a=2), lambda: two(1, c=2),
         lambda: kwonly(), lambda: kwonly(key=1), lambda: many(), lambda: many(1), lambda: many(1, 2), lambda: C().m(),
         lambda: C().m(1, 2), lambda: C(1), lambda: one(1, **{'a': 2}), lambda: one(*[1, 2]), lambda: one(**{1: 2}),
         lambda: kwonly(1, key=2, other=3), lambda: (lambda x: x)(), lambda: len(), lambda: len(1, 2), lambda: [].append()]
for case in cases:
    try:
        case()
        print("no error")
    except TypeError as error:
        print(error)
