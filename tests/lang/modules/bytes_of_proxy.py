import weakref
class W:
    def __bytes__(self): return b'wb'
w = W(); print(bytes(w))
p = weakref.proxy(w)
try: print(bytes(p))
except TypeError as e: print(e)
