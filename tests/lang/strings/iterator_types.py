# Iterators over ASCII strings have a type of their own.
print(type(iter("abc")).__name__, type(iter("aé")).__name__, type(iter("")).__name__)
print(list("aé"), next(iter("é")))
