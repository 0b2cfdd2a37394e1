# Type parameters of functions and aliases: what they are, and that bounds and defaults wait until someone asks.
def first[T: int, *Ts, **P](x: T) -> T:
    return x


T, Ts, P = first.__type_params__
print(first(3), first.__type_params__, first.__annotations__)
print(type(T), type(Ts), type(P), T.__module__)
print(T.__name__, T.__bound__, T.__constraints__, T.has_default(), T.__infer_variance__, T.__covariant__)
print(P.args, P.kwargs, P.args == P.args, P.args == P.kwargs, P.args.__origin__)


def second[A: (int, str) = bytes, **B = [int], *C = *tuple[int, str]]():
    pass


A, B, C = second.__type_params__
print(A.__constraints__, A.__default__, B.__default__, C.__default__, A.has_default())


def late[T: undefined = missing]():
    pass


for name in "__bound__", "__default__":
    try:
        getattr(late.__type_params__[0], name)
    except NameError as error:
        print(error)
undefined = missing = 3
print(late.__type_params__[0].__bound__, late.__type_params__[0].__default__)

type Pairs[T] = list[tuple[T, T]]
type Tree = list[Tree]
print(Pairs, Pairs.__name__, Pairs.__value__, Pairs.__type_params__, Pairs.__parameters__, Pairs.__module__)
print(Tree.__value__, Tree.__type_params__, Pairs[int], Pairs[int] | None, Pairs | int, str | Tree)
for refused in (lambda: Tree[int], lambda: Pairs(), lambda: setattr(Pairs, "__name__", "x"), lambda: setattr(Pairs, "x", 1),
                lambda: T.x, lambda: T(), lambda: setattr(T, "__name__", 1), lambda: type("X", (T,), {})):
    try:
        print(refused())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Holder:
    def keep[T](self, x: T) -> T:
        return x

    type Map[T] = dict[T, Holder]


print(Holder.keep.__annotations__, Holder.Map.__value__, Holder().keep(3))
