# A format and its tuple side by side are an f-string to the compiler: each item is converted before the next is computed.
class A:
    def __str__(self): return "A!"
    def __repr__(self): return "<A>"
    def __format__(self, spec): return "F" + spec
def say(x):
    print("say", x); return x
a = A(); t = "hello"; n = 5; u = "größe"
print("%s" % (a,), "%r" % (a,), "%a" % (u,), "%s-%s" % (t, n), "%%%s%%" % (t,), "" % (), "abc" % (), "%%" % ())
print("[%5s] [%-5s] [%.2s] [%-8.3s] [%08s] [%+s] [%#r] [% a]" % (n, n, t, t, t, t, t, u))
print("[%.s] [%.0s] [%3.1r]" % (t, t, t), "a\0%s" % (n,), "x%s\n%s" % (n, u))
class Say:
    def __init__(self, v): self.v = v
    def __str__(self): print("str", self.v); return str(self.v)
print("%s %s" % (Say(say(1)), Say(say(2))))
print(("%s" % (1,)) + "%s" % (2,), "%s" % (1,) * 3, "%s%s" % (1, "b") + t, "%s" "%s" % (1, 2))
for f in (lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%d" % ("x",), lambda: "%" % (1,), lambda: "%s %" % (1, 2), lambda: "%ls" % (1,),
          lambda: "%*s" % (5, t), lambda: "%(a)s" % (1,), lambda: "%s" % (*[1],), lambda: "%s %s" % (*[1], 2), lambda: "%1234s" % (1,), lambda: "%-.3s|" % (t,), lambda: "%5.s|" % (t,),
          lambda: "%s" % ((1, 2),), lambda: "%c%s" % ("a", 1), lambda: b"%s" % (b"x",), lambda: "%00005s|" % (t,), lambda: "%0" % (t,)):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class S(str):
    def __str__(self): return self
    def __format__(self, spec): return "fmt"
s = S("sub")
print("%s" % (s,), type("%s" % (s,)).__name__, "%s|" % (s,), "%5s|" % (s,))
class B:
    def __str__(self): return 5
for f in (lambda: "%s" % (B(),), lambda: "a %s %s" % (1, B())):
    try: print(f())
    except TypeError as e: print(e)
print("%s" % ("%s" % (n,),), "%s %s" % (w := 3, w))
def g():
    x = "%s and %s" % ((yield 1), (yield 2))
    yield x
it = g(); next(it); it.send("a"); print(it.send("b"))
many = "%s" * 5 % (1, 2, 3, 4, 5)
print(many)
# %c of a text that is not one character long is refused, even if it is a number
class Digit(str):
    def __index__(self): return 65
for text in ("7", "77"):
    try: print("%c" % Digit(text))
    except TypeError as error: print(error)
