import os
from collections.abc import MutableMapping

e = os.environ
print(isinstance(e, MutableMapping), isinstance(e, dict), "PATH" in e, os.getenv("NO_SUCH", "default"))
e["AAA"] = "1"
print(os.getenv("AAA"), e.get("AAA"), os.environb[b"AAA"], e.pop("AAA"), "AAA" in e, e.setdefault("AAB", "q"), os.getenvb(b"AAB"))
e.update(AAC="2", AAD="\udcff")
print(os.system('test "$AAC$AAB" = 2q'), os.environb[b"AAD"], type(e.copy()), e == dict(e), len(e) == len(list(e)))
print((e | {"X": "1"})["X"], type({} | e), sorted(k for k in e if k.startswith("AA")))
e |= {"AAE": "5"}
os.putenv("AAF", "6")
os.unsetenv("AAC")
print(e["AAE"], "AAF" in e, "AAC" in e, os.system('test "$AAC$AAF" = 6'))
for bad in (lambda: e["NOPE"], lambda: e.__setitem__("a", 1), lambda: e.__setitem__("a=b", "c"), lambda: e.__delitem__("NOPE"),
            lambda: e.pop("NOPE"), lambda: e[1], lambda: os.environb["a"], lambda: e.__setitem__("a", "\0"), lambda: hash(e)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
e.clear()
e["ONE"] = "x"
print(e, dict(e), list(e.items()), e.popitem(), len(e), os.path.expandvars("$ONE ${ONE} $"), os.popen("env | grep ONE").read())
e["HOME"] = "/home/me/"
print(os.path.expanduser("~"), os.path.expanduser("~/x"), os.path.expanduser(b"~/x"), os.path.expanduser("~nobody-here/x"))
e["HOME"] = ""
print(os.path.expanduser("~"), os.path.expanduser("~/x"), os.get_exec_path({"PATH": "/a:/b"}))
