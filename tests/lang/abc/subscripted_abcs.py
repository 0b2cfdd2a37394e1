from collections.abc import *

for args in [([int, str], bool), (..., int), ([], str), ([None], None), ([[int]], str)]:
    alias = Callable[args]
    print(alias, alias.__args__, alias.__origin__, alias.__parameters__, alias.__reduce__()[1])
    print(alias == Callable[args], hash(alias) == hash(Callable[args]), alias == Callable[[], int])
for bad in [int, (int, str), ([int],), ([int], str, int), "x"]:
    try:
        print(Callable[bad])
    except TypeError as error:
        print(error)
for check in isinstance, issubclass:
    try:
        check(int, Callable[[int], str])
    except TypeError as error:
        print(error)
print(list[int] | Callable[[int], str], Callable[[int], str] | None)
print(Mapping[str, int], Generator[int, None, str], Set[int], KeysView[str], Awaitable[None], AsyncIterator[int])
for plain in Hashable, Sized, Buffer:
    try:
        plain[int]
    except TypeError as error:
        print(error)
