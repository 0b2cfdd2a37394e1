# A union has brackets but no items; namespaces compare as their dicts do.
import types

for attempt in (lambda: list(int | str), lambda: reversed(int | str), lambda: 1 in (int | str), lambda: [*(int | None)],
                lambda: types.SimpleNamespace(a=1) < types.SimpleNamespace(a=2),
                lambda: types.SimpleNamespace(a=1) >= 5, lambda: types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1)):
    try:
        print(attempt())
    except TypeError as e:
        print(e)
