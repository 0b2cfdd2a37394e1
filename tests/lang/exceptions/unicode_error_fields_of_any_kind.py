for cls, args in ((UnicodeDecodeError, ('enc', b'abc', 0, 1, 'why')), (UnicodeEncodeError, ('enc', 'aéc', 1, 2, 'why')), (UnicodeTranslateError, ('aéc', 1, 2, 'why'))):
    e = cls(*args)
    print(e, repr(e), e.args, e.start, e.end, e.reason, getattr(e, 'encoding', None), e.object)
    e.start, e.end = 0, 3
    print(e)
    for name, v in (('start', -5), ('end', 1000), ('start', 2), ('end', 1), ('start', 100), ('reason', 'new'), ('reason', '')):
        setattr(e, name, v)
        print(name, v, e, e.start, e.end)
    for name, v in (('start', 'a'), ('end', None), ('reason', 5), ('object', 5), ('encoding', 5), ('start', 1.5)):
        try:
            setattr(e, name, v)
            print(name, 'set', e)
        except Exception as x:
            print(name, type(x).__name__, x)
    for a in ((), args[:-1], args + (1,), tuple(5 for _ in args), tuple('a' for _ in args)):
        try:
            print(cls(*a))
        except TypeError as x:
            print(x)
e = UnicodeDecodeError('utf8', bytearray(b'xyz'), 0, 1, 'r')
print(type(e.object).__name__, e)
e = UnicodeEncodeError('ascii', '\U0001F600\ud800', 0, 1, 'r')
print(e)
e.start, e.end = 1, 2
print(ascii(str(e)))
e = UnicodeEncodeError.__new__(UnicodeEncodeError)
for n in ('object', 'start', 'end', 'reason', 'encoding'):
    try:
        print(n, getattr(e, n))
    except Exception as x:
        print(n, type(x).__name__, x)
print(repr(str(e)))
