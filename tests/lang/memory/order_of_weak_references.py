# The reference that weakref.ref hands out again comes first, then the others, the newest first; repr names the module.
import collections
import weakref


class A:
    pass


class R(weakref.ref):
    pass


a, d = A(), collections.UserDict(a=1)
refs = [R(a), weakref.ref(a), weakref.ref(a, print), R(a)]
print([refs.index(r) for r in weakref.getweakrefs(a)], weakref.ref(a) is refs[1])
for r in (refs[1], weakref.ref(d), weakref.proxy(a)):
    print(" ".join(word for word in repr(r).split() if not word.startswith("0x")))


class Mapping:
    def keys(self):
        return [a]

    def __getitem__(self, key):
        return 5


w = weakref.WeakKeyDictionary()
w.update(Mapping())
print(w[a])
w.update([(a, 2)])
print(w[a])
