"""Nesting beyond 9,998 levels is refused by json, repr and comparison, however small the levels are."""
import json


def nested(depth):
    made = []
    for _ in range(depth - 1):
        made = [made]
    return made


def tried(what):
    try:
        what()
        print("fits")
    except RecursionError as error:
        print(error)


for depth in (9998, 9999):
    tried(lambda: json.loads("[" * depth + "]" * depth))
    tried(lambda: json.loads('{"a":' * depth + "1" + "}" * depth))
    tried(lambda: json.dumps(nested(depth)))
    tried(lambda: repr(nested(depth)))
tried(lambda: nested(20000) == nested(20000))
made = (str,)
for _ in range(10000):
    made = (made,)
tried(lambda: isinstance(1, made))
tried(lambda: issubclass(int, made))
