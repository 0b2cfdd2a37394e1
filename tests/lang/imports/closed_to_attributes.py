"""A part of a package that takes no attributes is imported all the same, with a warning."""
import sys
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import closed_package.part
print(closed_package.part if hasattr(closed_package, "part") else sys.modules["closed_package.part"].answer)
for warning in caught:
    print(warning.category.__name__, warning.message)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    del sys.modules["closed_package.part"]
    try:
        from closed_package import part
    except ImportWarning as error:
        print("raised", error)
    print(part.answer if "part" in globals() else "no part")
