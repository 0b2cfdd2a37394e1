class Base(Exception): pass
class Derived(Base): pass

def which(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return "lookup", repr(e)
    except Derived:
        return "derived"
    except Base:
        return "base"
    except Exception as e:
        return type(e).__name__
    except:
        return "bare"

print([which(e) for e in (KeyError(1), IndexError(), Derived(), Base(), ValueError, SystemExit(), KeyboardInterrupt)])
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except (ValueError, "x"):
        pass
except TypeError as error:
    print(error)
for bad in ("raise 5", "raise None", "raise int", "raise", "raise ValueError from 5", "raise 'x'"):
    try:
        exec(bad)
    except (TypeError, RuntimeError) as error:
        print(bad, "->", error)
try: {}[(1, 2)]
except LookupError as error: print(repr(error), error)
