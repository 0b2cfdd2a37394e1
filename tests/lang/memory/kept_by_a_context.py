# A context variable keeps an object with __del__ to the very end, where no Python code can run any more.
import contextvars

class Kept:
    def __init__(self): self.itself = self
    def __del__(self): pass

def suspended():
    try: yield
    finally: pass

variable, another = contextvars.ContextVar("variable"), contextvars.ContextVar("another")
variable.set(Kept())
generator = suspended()
next(generator)
another.set(generator)
print("set")
