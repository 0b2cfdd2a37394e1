# The name of a class can be written as UTF-8.
class C:
    pass


for statement in ("type('A\\udcdc', (), {})", "setattr(C, '__name__', 'A\\udcdc')", "type('A\\0', (), {})", "type('Ä', (), {}).__name__", "type('X', (), {'__classcell__': 5})"):
    try:
        print(ascii(eval(statement)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))
print(C.__weakrefoffset__, C.__dictoffset__, type("S", (), {"__slots__": ()}).__weakrefoffset__, int.__itemsize__, bytes.__itemsize__, tuple.__itemsize__)
