# mappingproxy of what has items, ordering of namespaces, their __replace__, and the module of a union.
import types

for source in ("ab", b"ab", {"a": 1}, [1], (1,), 5, None, range(3)):
    try:
        print(types.MappingProxyType(source))
    except TypeError as error:
        print(error)
n = types.SimpleNamespace(a=1)
for call in ("n < n", "n == types.SimpleNamespace(a=1)", "n < 5", "n.__replace__(1)", "n.__replace__(b=2)", "(int | str).__module__", "types.UnionType.__module__", "True.__round__(None)", "(5).__round__(None)", "round(5, None)"):
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
