import sys, warnings
warnings.simplefilter('always')
warnings.showwarning = lambda m, c, f, l, file=None, line=None: print(c.__name__, m, l)
def g():
    try: yield 1
    except BaseException as e: print('in', repr(e)); yield 2
it = g(); next(it); print(it.throw(ValueError, 'x'))
it = g(); next(it); print(it.throw(ValueError, 'x', None))
it = g(); next(it); print(it.throw(ValueError))
async def co():
    pass
c = co()
try: c.throw(ValueError, ValueError('z'), None)
except ValueError as e: print(repr(e))
async def ag(): yield 1
try: ag().athrow(ValueError, 1).send(None)
except ValueError as e: print(repr(e))
def f():
    pass
def gen(): yield
f2 = lambda: 0
f2.__code__ = gen.__code__
print(type(f2()).__name__)
