# The forms of typing: how they are written back, what they accept.
from typing import *

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


expressions = """
List[int]
List
Dict[str, int]
Dict[str]
Dict[str, int, int]
List[T][int]
Tuple[int, ...]
Tuple[()]
Tuple[int, str]
Tuple
Optional[int]
Optional[int, str]
Union[int, None, str]
Union[int, int]
Union[int]
Union[()]
Union[int, Union[str, None]]
Union
Union[int, str] == Union[str, int]
Union[int, str] == int | str
hash(Union[int, str]) == hash(Union[str, int])
Callable[[int], str]
Callable[..., int]
Callable[P, int]
Callable[[], int]
Callable
Callable[int]
Callable[[int], str].__args__
Callable[P, T][[int, str], bytes]
Callable[Concatenate[int, P], T][[str], bytes]
Callable[[T], S][int, str]
get_args(Callable[[int], str])
get_origin(Callable[[int], str])
get_origin(List[int])
get_origin(int | str)
get_args(int | str)
get_args(Annotated[int, 1, 2])
get_origin(Annotated[int, 1])
Literal[1, 'a', None, True]
Literal[1, 1, True]
Literal[1, Literal[2, 3]]
Literal[1] == Literal[True]
Literal[1, 2] == Literal[2, 1]
Annotated[int, 'x']
Annotated[Annotated[int, 1], 2]
Annotated[int]
Annotated[T, 1][int]
Annotated[List[T], 1][int]
ClassVar[int]
ClassVar
ClassVar[int, str]
Final[int]
List[ClassVar]
List[ClassVar[int]]
Optional[Final]
Any
isinstance(1, Any)
Any()
NoReturn
NoReturn[int]
Self[int]
Never | int
int | Never
Union[Self, int]
'a' | List[int]
List[int] | None
List['int']
Optional['int']
Unpack[Ts]
Tuple[Unpack[Ts]][int, str]
Tuple[int, *Ts][str, bytes]
tuple[int, *Ts][str, bytes]
Type[int]
Type
Sequence[int]
Iterator[T][int]
Generator[int]
Generator[int, None, None]
Mapping
Hashable
Hashable[int]
isinstance([], List)
isinstance([], List[int])
issubclass(list, List)
issubclass(List, Sequence)
isinstance(1, Union[int, str])
isinstance(1, Optional[str])
List()
List[int]()
Dict()
isinstance(1, SupportsInt)
isinstance('a', SupportsInt)
isinstance(1, SupportsIndex)
Text, TYPE_CHECKING, AnyStr
cast(int, 'a')
assert_never(3)
assert_type(3, str)
TypeGuard[int]
TypeIs[int]
Required[int]
Concatenate[int, P]
Concatenate[int, str]
Concatenate[int, ...]
type('E', (Generic,), {})
ForwardRef('int')
ForwardRef(1)
ForwardRef('a b')
List[1]
List[(1,2)]
List[()]
Callable[[int], 1]
Union[int, 3]
Union[int, (1,)]
Optional[()]
type(List), type(List[int]), type(Union), type(Union[int,str]), type(Literal[1]), type(Callable[[],int]), type(Callable), type(Tuple), type(Annotated[int,1]), type(Unpack[Ts])
List.__name__, List[int].__name__, Union.__name__, Optional[int].__name__, Literal[1].__name__
List[int].foo
List[int].append
Optional[int].__args__
Union[int, T][str]
Union[int, T].__parameters__
Dict[T, T][int]
Dict[T, S].__parameters__
Dict[T, S][int]
list[T][int] | None
(list[T] | None)[int]
(int | list[T])[str]
T | None
Optional[T][int]
Callable[[T, int], T][str]
Type[T][int]
ReadOnly[int]
LiteralString
AbstractSet[int]
Awaitable[int]
Coroutine[int, str, bytes]
Reversible[int]
Container[int]
ByteString
Collection
SupportsRound
Iterable[Any]
ItemsView[int, str]
isinstance({}.keys(), KeysView)
isinstance(3, Callable), isinstance(len, Callable)
is_typeddict(dict)
"""
for expression in expressions.strip().splitlines():
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(expression, "=>", result)
