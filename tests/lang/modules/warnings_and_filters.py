import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, lineno)


original, warnings.showwarning = warnings.showwarning, show
for _ in range(2):
    warnings.warn("once for each place")
warnings.warn("deprecated in main", DeprecationWarning)
warnings.warn("pending", PendingDeprecationWarning)


def helper():
    warnings.warn("about the caller", RuntimeWarning, stacklevel=2)


helper()
warnings.showwarning = original
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("x")
    warnings.warn(UserWarning("y"))
    print([(str(w.message), w.category, w.lineno) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter("error", UserWarning)
    try:
        warnings.warn("raised")
    except UserWarning as error:
        print("raised as", repr(error))
for bad in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("sometimes")):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)


@warnings.deprecated("use another")
def old():
    return 1


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    print(old(), log[0].category, log[0].message, old.__deprecated__)
print(warnings.formatwarning("text", UserWarning, "nowhere.py", 3))
