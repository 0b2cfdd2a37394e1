# Keywords are refused in the name of the type that reads them; parts of a group suppress their context.
for kind in (ImportError, ModuleNotFoundError, NameError, UnboundLocalError, AttributeError, ValueError, type("Own", (ModuleNotFoundError,), {})):
    for keywords in ({"x": 1}, {"name": "n", "a": 1, "b": 2, "c": 3, "d": 4}):
        try:
            print(kind(**keywords))
        except TypeError as error:
            print(kind.__name__, error)
group = ExceptionGroup("g", [ValueError(1), KeyError(2)])
parts = group.split(ValueError)
print([part.__suppress_context__ for part in (*parts, group.subgroup(KeyError), group.derive([TypeError()]), group)])
try:
    try:
        raise group
    except* ValueError:
        pass
except ExceptionGroup as rest:
    print(repr(rest), rest.__suppress_context__, rest.__cause__)
