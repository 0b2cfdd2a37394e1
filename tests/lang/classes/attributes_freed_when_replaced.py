# What a class attribute kept alive asks for the attribute while it goes: it finds the new one, or none.
class Kept:
    def __del__(self):
        try: print("seen at the end:", ask())
        except AttributeError as e: print(e)

def method_with(kept):
    def method(self): return "old method", kept is None
    return method

class Owner: pass

owner = Owner()
ask = lambda: owner.method()
Owner.method = method_with(Kept())
for i in range(30): ask()
Owner.method = lambda self: "new method"
Owner.method = method_with(Kept())
for i in range(30): ask()
del Owner.method

ask = lambda: owner.value
getter_with = lambda kept: lambda self: ("old value", kept is None)
Owner.value = property(getter_with(Kept()))
for i in range(30): ask()
Owner.value = 3
Owner.value = property(getter_with(Kept()))
for i in range(30): ask()
del Owner.value

ask = lambda: owner.__doc__
Owner.__doc__ = property(getter_with(Kept()))
for i in range(30): ask()
Owner.__doc__ = "text"

ask = lambda: owner.__abstractmethods__
Owner.__abstractmethods__ = ["abstract"]
for i in range(30): ask()
del Owner.__abstractmethods__
try: print(ask())
except AttributeError as e: print(e)
