# functools.partial: arguments in advance, nesting, attributes, repr, what it refuses.
from functools import partial


def f(a, b=2, *c, k=3, **d):
    return a, b, c, k, d


f.__qualname__ = "f"
p = partial(f, 1, k=9)
print(p(), p(5), p(5, 6, 7, k=1, z=2))
print(p.args, p.keywords, p.func is f)

q = partial(p, 3, zz=1)
print(q.func is f, q.args, q.keywords, q())
p.mark = "own attribute"
r = partial(p, 4)
print(r.func is p, r(), p.__dict__)


class Named(partial):
    pass


s = Named(int, base=2)
print(s("101"), s)
s.__setstate__((s, (1,), {"x": "y"}, {}))
print(s)
s.__setstate__((int, (), None, None))
print(s, s("7"), partial[int])
p.keywords["b"] = 8
print(p())

many = partial(lambda *a, **k: (len(a), len(k)), *range(20), **{f"k{i}": i for i in range(20)})
print(many(*range(5), k3=1, other=2))

for wrong in (lambda: partial(), lambda: partial(3), lambda: partial(f)(), lambda: p + 1, lambda: p.__setstate__((1,)),
              lambda: partial(f, **{"a": 1})(1), lambda: setattr(p, "func", f)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
