# GenericAlias, unions and type parameters: what they answer and refuse.
import types, typing, collections, copy
T = typing.TypeVar("T"); U = typing.TypeVar("U")
def show(call):
    try:
        print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
class L(list): pass
class S(list[int]): pass
class H:
    def __class_getitem__(cls, k): return ("got", k)
for call in """list[int] dict[str,int] tuple[int,...] tuple[()] list[int,str] list[()] list[None] list['x'] list[...] list[[int]] list[T] dict[T,U] dict[T,U][int,str] dict[T,U][int] list[int][str] list[T][T][int] list[T].__parameters__ list[int].__origin__ list[int].__args__ tuple[()].__args__ list[int].__mro_entries__(()) list[int].__unpacked__ list[int].__typing_unpacked_tuple_args__ (*tuple[int,str],)[0].__unpacked__ list[int]([1]) list[int]==list[int] list[int]==list[str] list[int]!=list hash(list[int])==hash(list[int]) list[int]<list[int] list[int].append list[int].__class__ list[int].__name__ list[int].__doc__==list.__doc__ list[int].x
setattr(list[int],'x',1) setattr(list[int],'__origin__',1) list[int].__module__ isinstance([],list[int]) issubclass(list,list[int]) isinstance(list[int],type) type(list[int]) list[int]|None list[int]|str None|list[int] list[int]|5 str|list[T] (str|list[T])[int] repr(list[L]) list[list[int]] list[int].__reduce__() copy.copy(list[int]) copy.deepcopy(list[int])==list[int] dir(list[int])[:2] types.GenericAlias(int,(str,)) types.GenericAlias(int,str) types.GenericAlias(5,6) types.GenericAlias(int) types.GenericAlias() types.GenericAlias(int,str,x=1) S.__bases__ S.__orig_bases__ S.__mro__ S([1]) L[int] L[int]() H[5] H[1,2] int[5] str[int] type[int] type[int]() set[int] frozenset[int]([1]) collections.deque[int] collections.OrderedDict[int,str] collections.defaultdict[int,str] collections.Counter[str] collections.ChainMap[int,int] types.MappingProxyType[int,str] slice[int] range[int] memoryview[int] enumerate[int] reversed[int] zip[int] map[int] filter[int] property[int] staticmethod[int] classmethod[int] bytes[int] object[int] float[int] bool[int] NoneType[int] len[int] BaseException[int] ExceptionGroup[int] list.__class_getitem__(int) list.__class_getitem__() list.__class_getitem__(1,2) next(iter(list[int])) list(list[int]) list[*tuple[int,...]] list[int][0] callable(list[int]) list[int]() list[int](5) bool(list[int]) len(list[int]) list[T,U] list[int].__getitem__(1) tuple[T,*tuple[U]] tuple[T,int][str] dict[str,T][int].__args__ weakref_ok(list[int])
int|str int|None None|int int|int int|str|int int|(str|None) (int|str)==(str|int) (int|str)==(int|None) hash(int|str)==hash(str|int) int|5 5|int 'a'|int int|'a' (int|str).__args__ (int|str).__parameters__ (T|int).__parameters__ (list[T]|int)[str] (int|str)[int] isinstance(5,int|str) isinstance('',int|None) issubclass(bool,int|str) isinstance(5,int|list[str]) (int|str)() (int|str).x (int|str).__name__ (int|str).__class__ (int|str).__module__ type(int|str)() repr(int|None) str(int|None) (int|str)<(int|str) int|T T|int T|None T|'a' (int|None)|None int|bool bool|int|bool (int|str).__origin__ typing.Union[int,str]==(int|str) typing.Optional[int]==(int|None) typing.Union[int] typing.get_args(int|str) typing.get_origin(int|str) typing.get_origin(list[int]) types.UnionType (int|str).__or__(float) (int|str).__ror__(float) (int|str).__or__(5) int|list isinstance(int|str,types.UnionType) copy.copy(int|str) int|types.NoneType type(None)|int None|None None|5 len|int dict[int|None,str|int] list[int|None]""".split():
    show(call)
def f(a: int | None, *args: list[str]) -> dict[str, int]: ...
print(f.__annotations__)
class C[T2]:
    def m[Q](self, q: Q) -> T2: ...
show("C.__type_params__"); show("C[int]"); show("C.m.__type_params__"); show("C[int]().__orig_class__"); show("C.__parameters__"); show("C.__orig_bases__"); show("C[int,str]"); show("C.__mro__")
type A1[X] = list[X]
for call in ("A1","A1.__value__","A1.__name__","A1.__type_params__","A1[int]","A1[int].__value__","A1.__parameters__","A1()","isinstance([],A1)","A1|int","A1.x","setattr(A1,'__name__',1)","type(A1)","A1.__module__","hash(A1)==hash(A1)","A1[int].__origin__ is A1"):
    show(call)
