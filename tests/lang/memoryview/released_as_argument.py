# A view that was released is no bytes-like object for what looks first.
m = memoryview(b'ab')
m.release()
for f in (lambda: b''.join([m]),
          lambda: b'a' + m,
          lambda: bytearray(b'a') + m,
          lambda: str(m, 'ascii'),
          lambda: int(m),
          lambda: float(m),
          lambda: bytearray().extend(m),
          lambda: bytearray(b'a') < m,
          lambda: b'a' < m,
          lambda: b'a' == m,
          lambda: bytearray(b'a') == m,
          lambda: bytes(m),
          lambda: bytearray(m),
          lambda: b'a'.find(m),
          lambda: m in b'a',
          lambda: m in bytearray(b'a'),
          lambda: b'a'.replace(m, b''),
          lambda: b'a'.split(m),
          lambda: b'a'.startswith(m),
          lambda: b'a'.strip(m),
          lambda: b'%s' % m,
          lambda: bytearray(b'a').__setitem__(slice(0, 1), m),
          lambda: bytearray(b'a').__iadd__(m),
          lambda: complex(m),
          lambda: b'a'.translate(m),
          lambda: bytes.maketrans(m, m),
          lambda: bytes.fromhex(m),
          lambda: int.from_bytes(m),
          lambda: b'a'.join(m),
          lambda: memoryview(bytearray(b'ab')).__setitem__(slice(0, 1), m),
          lambda: memoryview(b'a') == m,
          lambda: b'a'.hex(m),
          lambda: eval(m),
          lambda: compile(m, 'f', 'eval'),
          lambda: list(m),
          lambda: 'a'.encode().partition(m),
          lambda: b'a'.center(3, m),
          lambda: b'a'.removeprefix(m)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Index(bytes):
    def __index__(self):
        return 98


# bytes come before ints
print(b'xabcx'.find(Index(b'a')), b'abcb'.count(Index(b'b')), b'ab'.find(98))
