import sys, traceback
def g():
    try:
        yield 1
    except ValueError:
        yield sys.exception()
        yield sys.exception()
    yield sys.exception()
def main():
    it = g(); next(it)
    try:
        raise ValueError('x')
    except ValueError as e:
        print(repr(it.throw(e)))
        print(repr(next(it)))
    print(repr(next(it)))
    print(sys.exception())
main()
def gx():
    try: raise ValueError('own')
    except ValueError:
        try: yield 1
        except KeyError as k: print(repr(k.__context__)); 
        yield 2
        print(repr(sys.exception()))
o=gx(); next(o)
try: raise TypeError('t')
except TypeError:
    o.throw(KeyError('m'))
next(o,0)
