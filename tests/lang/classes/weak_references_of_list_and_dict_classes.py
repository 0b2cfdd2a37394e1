import weakref
class L(list): __slots__ = ()
class D(dict): __slots__ = ()
class S(set): __slots__ = ()
class S2(set): pass
class BA(bytearray): __slots__ = ()
class O: __slots__ = ()
class L2(list): __slots__ = ('__weakref__',)
class L3(L): pass
class I(int): __slots__ = ()
class FS(frozenset): __slots__ = ()
for c in (L, D, S, S2, BA, O, L2, L3, I, FS):
    o = c()
    try: print(c.__name__, weakref.ref(o)() is o, hasattr(c, '__weakref__'), c.__weakrefoffset__ != 0)
    except TypeError as e: print(e, hasattr(c, '__weakref__'), c.__weakrefoffset__ != 0)
def g():
    yield
x = g()
print(x.throw.__text_signature__, x.send.__text_signature__, x.close.__text_signature__)
async def ag():
    yield
print(ag().athrow.__text_signature__, ag().asend.__text_signature__)
async def c(): pass
k = c()
print(k.throw.__text_signature__); k.close()
for src in ('class X(L, list): pass', 'class X(L, D): pass', 'class X(L, S2): pass', 'class X(L, O): pass', 'class X(O, L): __slots__=()', 'class X(L, L2): pass', 'class X(L2, L): pass', 'class X(L3, L2): pass', 'class X(L, S2): __slots__ = ()', 'class X(L): __slots__="__weakref__"', 'class X(L3): __slots__="__weakref__"', 'class X(list): __slots__="a"', 'class X(L, list): __slots__ = ()'):
    try:
        exec(src); print(src, X.__weakrefoffset__ != 0, X.__dictoffset__ != 0, weakref.ref(x := X())() is x)
    except TypeError as e: print(src, e)
L().__class__ = L
for a, b in ((L, L3), (L, list), (L2, L3)):
    try:
        o = a(); o.__class__ = b; print('ok')
    except TypeError as e: print(e)
