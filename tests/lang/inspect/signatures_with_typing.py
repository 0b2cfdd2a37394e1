"""Annotations of typing are shown without its name; parameters are an ordered dict."""
import inspect
import typing
from typing import Any, Callable, Dict, List, Optional, Tuple, TypeVar, Union

T = TypeVar("T")
mytyping = type("mytyping.X", (), {"__module__": "__main__"})


def f(a: Optional[int], b: List[str] = [], /, *args: Any, c: Union[int, str, None] = None, **k: Callable[[T], T]) -> Dict[str, Tuple[int, ...]]:
    pass


signature = inspect.signature(f)
print(signature)
print(signature.parameters)
print(type(signature.parameters), dict(signature.parameters) == signature.parameters)
print(signature.format(max_width=20))
print(repr(signature.parameters["c"]), signature.parameters["b"].annotation)
print(signature.replace(return_annotation=Optional[mytyping]))
for annotation in (Optional[mytyping], typing.Any, list[Optional[int]], List[list[int]], "typing.Any", int, T, Union[int, "typing.X"],
                   typing.Literal["typing.x", "a typing.y"], typing.Text, typing.IO[str], typing.Hashable):
    print(inspect.formatannotation(annotation))
one, other = inspect.signature(lambda x, y: 0).parameters, inspect.signature(lambda y, x: 0).parameters
print(one == other, one == one.copy(), list(one), one.copy())
help(f)
