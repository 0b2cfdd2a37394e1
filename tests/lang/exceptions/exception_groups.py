try:
    raise ExceptionGroup("many", [ValueError(1), KeyError("k"), ExceptionGroup("inner", [ValueError(2), OSError()])])
except* ValueError as group:
    print("values", group.exceptions)
except* KeyError as group:
    print("keys", repr(group))
except* OSError as group:
    print("os", group.message, len(group.exceptions))
try:
    try:
        raise ExceptionGroup("rest", [TypeError("t"), ValueError("v")])
    except* ValueError:
        print("handled")
except ExceptionGroup as group:
    print(repr(group))
try:
    raise ValueError("plain")
except* ValueError as group:
    print(repr(group))
g = ExceptionGroup("g", [ValueError(1), TypeError(2)])
print(g, g.subgroup(ValueError), g.split(TypeError))
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup(5, [ValueError()]),
            lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [SystemExit()])).__name__)


class Types(tuple):
    pass


for asked in ((), Types(), Types((OSError,)), (OSError,)):
    try:
        print(ExceptionGroup("m", [OSError()]).subgroup(asked))
    except TypeError as error:
        print(error)
