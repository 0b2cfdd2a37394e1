"""What only hooks and the context hold at the end of the program is dropped without harm."""
import sys, contextvars
class D:
    def __del__(self): print("late del")
def gen():
    try: yield 1
    finally: print("late gen")
async def ag():
    try: yield 1
    finally: print("late agen")
def hook(*a): pass
def start(a):
    try: a.asend(None).send(None)
    except StopIteration: pass
    return a
g = gen(); next(g)
import weakref
class T: pass
t = T(); hook.t = t; hook.w = weakref.ref(t, lambda r: print("late weakref"))
hook.things = [D(), g, start(ag())]; hook.me = hook
hook.step = start(ag()).asend(None)
sys.addaudithook(hook)
v = contextvars.ContextVar("v"); 
class H: pass
h = H(); h.me = h; h.things = [D(), start(ag())]; g2 = gen(); next(g2); h.g = g2
v.set(h)
sys.set_asyncgen_hooks(firstiter=hook)
