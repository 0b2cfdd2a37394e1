import weakref


class Thing:
    def __call__(self, x):
        return x + 1

    def method(self):
        return "called"

    def __len__(self):
        return 3

    def __add__(self, other):
        return ("add", other)


thing = Thing()
thing.value = 5
ref = weakref.ref(thing, lambda dead: print("callback", dead is ref))
proxy = weakref.proxy(thing)
print(ref() is thing, ref == weakref.ref(thing), weakref.ref(thing) is weakref.ref(thing), hash(ref) == hash(thing))
print(proxy.value, len(proxy), proxy + 1, proxy(4), bool(proxy), isinstance(proxy, Thing), type(proxy))
proxy.value = 6
print(thing.value, weakref.getweakrefcount(thing), len(weakref.getweakrefs(thing)))
bound = weakref.WeakMethod(thing.method)
print(bound()(), weakref.WeakMethod(thing.method) == bound)
end = weakref.finalize(thing, print, "finalized", end="!\n")
print(end.alive, end.peek()[1] is print)
del thing
print(ref(), bound(), end.alive, end())
for action in (lambda: proxy.value, lambda: proxy + 1, lambda: hash(proxy), lambda: weakref.ref(1),
               lambda: weakref.ref()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
