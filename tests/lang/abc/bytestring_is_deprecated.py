import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    from collections.abc import ByteString, Sequence
    print(isinstance(b"", ByteString), isinstance("", ByteString), issubclass(bytearray, ByteString))

    class Mine(ByteString):
        def __getitem__(self, i): ...
        def __len__(self): ...

    print(isinstance(Mine(), Sequence))
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
