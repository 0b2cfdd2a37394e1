import sys
import traceback


def inner():
    try: yield 1
    except KeyError as e:
        print([f.name for f in traceback.extract_stack()])
        yield 2
    yield 3
def outer():
    try:
        1/0
    except ZeroDivisionError:
        r = yield from inner()
        print('r', r, repr(sys.exception()))
o = outer()
print(next(o), o.throw(KeyError('k')), next(o))
try: o.throw(IndexError('z'))
except IndexError as e:
    traceback.print_exc(file=sys.stdout)
    print(repr(e.__context__))
def sub():
    try: yield 1
    except KeyError: return 'ret'
o = (lambda: (yield from sub()))()
next(o)
try: o.throw(KeyError)
except StopIteration as e: print(e.value)
class It:
    def __iter__(self): return self
    def __next__(self): return 1
def d():
    try: yield from It()
    except KeyError as e: print('caught', repr(e), repr(e.__context__)); yield 7
o = d(); next(o); print(o.throw(KeyError('q')))
o.close()
# close in delegate
def c1():
    try: yield 1
    finally: print('c1 closed', [f.name for f in traceback.extract_stack()])
def c2(): yield from c1()
o = c2(); next(o); o.close()
def rec():
    yield from selfgen
selfgen = rec()
try: next(selfgen)
except Exception as e: print(type(e), e)
def thrower():
    try: yield
    except BaseException as e:
        try: big.throw(KeyError)
        except ValueError as x: print(x)
        yield 9
def bigf(): yield from thrower()
big = bigf(); next(big); print(big.throw(OSError))
# two levels
async def a1(): await a2()
async def a2():
    class A:
        def __await__(self):
            yield 1
    await A()
c = a1(); c.send(None)
try: c.throw(ValueError('deep'))
except ValueError: traceback.print_exc(file=sys.stdout)
