# Type parameters and aliases: their parts, what they refuse, how they are shown and reduced.
import copy, typing
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# type variables and aliases
type A[T, *Ts, **P] = list[T]
T, Ts, P = A.__type_params__
print(A, A.__value__, A.__name__, A.__parameters__, A[int], attempt(lambda: A()), attempt(type(A)), attempt(type(A), "N"), type(A)("N", int), type(A)("N", int, type_params=(T,)).__type_params__, attempt(type(A), 5, int), attempt(type(A), "N", int, type_params=5), A.__reduce__(), A.__module__)
print(T.__covariant__, T.__contravariant__, T.__infer_variance__, T.__reduce__(), Ts.__reduce__(), P.__reduce__(), attempt(T.__mro_entries__, ()), attempt(Ts.__mro_entries__, ()), attempt(P.__mro_entries__, ()), attempt(lambda: type("C", (T,), {})), attempt(Ts.__typing_subs__, int) if hasattr(Ts, "__typing_subs__") else "", attempt(Ts.__typing_subst__, int), attempt(T.__typing_subst__, int), attempt(T.__typing_subst__, 5))
print(P.args, P.kwargs, P.args.__origin__ is P, P.args == P.args, P.args != P.kwargs, attempt(P.args.__mro_entries__, ()), attempt(lambda: type("D", (P.args,), {})), type(P.args).__module__, attempt(hash, P.args) != 5, P.args == 5, type(P.args)(P) == P.args, attempt(type(P.args)))
print(typing.NoDefault, attempt(type(typing.NoDefault)) is typing.NoDefault, typing.NoDefault.__reduce__(), copy.copy(typing.NoDefault) is typing.NoDefault, T.__default__, T.has_default())
V = typing.TypeVar("V", covariant=True); W = typing.TypeVar("W", contravariant=True, bound=int); X = typing.TypeVar("X", int, str, default=int); print(V, W, X, W.__bound__, X.__constraints__, X.__default__, X.has_default(), attempt(typing.TypeVar, "Y", covariant=True, contravariant=True), attempt(typing.TypeVar, "Y", int), attempt(typing.TypeVar, "Y", int, str, bound=int), attempt(typing.TypeVar, 5), W.__contravariant__)


class Same:
    """Equals all; the hash says that it is not the same."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 3

    def __call__(self):
        pass

    def __repr__(self):
        return "Same"


class Unhashed(Same):
    __hash__ = None


print(typing.Union[typing.Any, Same(), Same()], typing.Union[typing.Any, Same(), int], typing.Union[Unhashed(), Same()], typing.Union[int, str, int, None])
