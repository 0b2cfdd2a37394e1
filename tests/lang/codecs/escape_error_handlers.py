import codecs, warnings
warnings.simplefilter("ignore")  # one escape is more than a byte
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for b in (b'\\x4z', b'\\x4', b'a\\', b'\\N{foo}z', b'\\u12', b'\\U12345678z', b'\\N{LATIN', b'\\N{', b'\\N{}z', b'\\Nx', b'\\N', b'\\N{zz}', b'\\xz', b'\\x41\\u20ac\\U0001f600\\N{BULLET}', b'\\ud800', b'\\400'):
    for codec in ('unicode_escape', 'raw_unicode_escape'):
        for e in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
            t(lambda: (b, codec, e, ascii(b.decode(codec, e))))
t(lambda: b'\\x'.decode('unicode_escape', 'nope'))
codecs.register_error('jump', lambda e: ('!', 1))
codecs.register_error('far', lambda e: ('!', 100))
t(lambda: b'\\xzz'.decode('unicode_escape', 'jump'))
t(lambda: b'\\xzz'.decode('unicode_escape', 'far'))
t(lambda: codecs.decode('\\x41é', 'unicode_escape'))
t(lambda: 'é€\\\n\t\x00'.encode('unicode_escape'))
t(lambda: 'é€\\\n\U0001f600'.encode('raw_unicode_escape'))
t(lambda: codecs.decode(b'6162', 'hex'))
t(lambda: codecs.decode(b'616', 'hex'))
t(lambda: codecs.encode(b'ab', 'hex'))
t(lambda: codecs.encode('Hello', 'rot13'))
t(lambda: codecs.getincrementaldecoder('unicode_escape')().decode(b'\\x4', True))
# the position that a handler answers is read before what it puts in place, when it is to be encoded
import codecs
for answer in (("x", "y"), (5, "y"), (5, 1), ("x", 2**70), ("x", 1.0), ("x", True)):
    codecs.register_error("test.odd", lambda error: answer)
    for call in (lambda: "é".encode("ascii", "test.odd"), lambda: b"\xff".decode("ascii", "test.odd")):
        try: print(answer, call())
        except Exception as error: print(answer, type(error).__name__, error)
