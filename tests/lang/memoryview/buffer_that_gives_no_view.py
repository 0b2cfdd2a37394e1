class NotMv:
    def __buffer__(self, flags): return b'abc'
class No:
    def __buffer__(self, flags): raise BufferError('refused')
class No2:
    def __buffer__(self, flags): raise ZeroDivisionError('zero')
class Own:
    def __init__(self): self.data = bytearray(b'abc')
    def __buffer__(self, flags): return memoryview(self.data)
import array, codecs
for c in (NotMv, No, No2, Own):
    for f in (memoryview, bytes, bytearray, lambda o: b'' + o, lambda o: bytearray() + o, lambda o: b''.join([o]), lambda o: int.from_bytes(o, 'big'), lambda o: b'x'.find(o), lambda o: b'x' in o, lambda o: o in b'x', lambda o: b'a'.replace(o, b''), lambda o: b'%s' % o, lambda o: bytearray().extend(o), lambda o: int(o), lambda o: array.array('B', o), lambda o: codecs.decode(o, 'ascii'), lambda o: bytearray(b'abc').__setitem__(slice(0,1), o), lambda o: b'a' == o, lambda o: b'a'.strip(o), lambda o: memoryview(bytearray(3)).__setitem__(slice(None), o), lambda o: b'a'.translate(o),lambda o: hash(memoryview(o)), lambda o: eval(o), lambda o: bytes.fromhex(o), lambda o: b'abc'.split(o), lambda o: b'abc'.center(9, o)):
        try:
            r = f(c())
            print(r if ' at ' not in repr(r) else type(r).__name__, end='; ')
        except Exception as e:
            print(type(e).__name__, e, end='; ')
    print()
o = Own()
m = memoryview(o)
inner = m[1:]
for f in (lambda: m.release(), lambda: o.data.append(1), lambda: inner.release(), lambda: o.data.append(1), lambda: print(o.data)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Keep:
    def __init__(self): self.m = memoryview(bytearray(b'abc'))
    def __buffer__(self, flags): return self.m
    def __release_buffer__(self, v): print('release', v is self.m)
k = Keep()
v = memoryview(k)
for f in (lambda: k.m.release(), lambda: v.release(), lambda: k.m.release(), lambda: memoryview(k)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
y = b'one'
print(b''.join([y]) is y, b','.join((y,)) is y, type(bytearray(b',').join([y])).__name__)
for c in (NotMv, No, No2, Own):
    for f in (b'abcd'.startswith, bytearray(b'abc').endswith, lambda o: b'abc'.startswith((b'x', o))):
        try: print(f(c()), end='; ')
        except Exception as e: print(type(e).__name__, e, end='; ')
    print()
