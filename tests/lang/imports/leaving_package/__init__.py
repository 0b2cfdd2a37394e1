"""A package that a part takes out of sys.modules."""
