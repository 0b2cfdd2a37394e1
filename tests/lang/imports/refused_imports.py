"""Imports that fail, and how they say why; what is left in sys.modules."""
import os
import sys

sys.dont_write_bytecode = True
folder = f"/tmp/ouro-refused-{os.urandom(8).hex()}"
files = {
    "pkg/__init__.py": "X = 1\n__all__ = [\"X\", \"m\", \"missing_sub\"]\n",
    "pkg/bad.py": "Y = 2\nfrom .. import pkg\n",
    "pkg/m.py": "V = 5\n_p = 6\n",
    "pkg/sub/__init__.py": "",
    "pkg/sub/deep.py": "from ..m import V\nfrom . import deep2\nW = V + 1\n",
    "pkg/sub/deep2.py": "Z = 3\n",
    "ns/inner/mod.py": "N = 1\n",
    "cyc/__init__.py": "",
    "cyc/a.py": "from . import b\nA = 1\n",
    "cyc/b.py": "from .a import A\n",
    "attr/__init__.py": "",
    "attr/a.py": "import attr.b\nA = 1\n",
    "attr/b.py": "import attr.a\nattr.a.A\n",
    "boom.py": "1 / 0\n",
    "syn.py": "def f(:\n",
}
for name, text in files.items():
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)
sys.path.insert(0, folder)


def attempt(label, function):
    try:
        print(label, function())
    except Exception as problem:
        print(label, type(problem).__name__, str(problem).replace(folder, "PATH"), getattr(problem, "name", "-"))


def run(text, **names):
    names.setdefault("__name__", "__main__")
    exec(text, names)
    return sorted(name for name in names if name[:2] != "__")


statements = """import nope|import pkg.nope|import pkg.m.x|import nope.x|from pkg import nope|from pkg.m import nope|\
from . import x|from .x import y|from .. import y|import cyc.a|import attr.a|import boom|import syn|import sys.x|\
from pkg import *|from pkg.m import *|from nope import *|import pkg.sub.nope|from pkg.nope import y|\
import pkg.sub.deep.x|from sys import nope|from ns import nope|import ns.nope|import pkg.bad|import pkg.sub.deep as d|\
from pkg.sub.deep import W as w, V|import ns.inner.mod|from ns.inner import mod|__import__("")|__import__(5)|\
__import__("pkg.m")|__import__("m", globals(), None, [], 1)|__import__("x", level=-1)|\
__import__("pkg", fromlist=[1])|__import__("pkg", fromlist="ab")"""
for statement in statements.split("|"):
    attempt(statement, lambda: run(statement))
sys.modules["blocked"] = None
attempt("blocked", lambda: run("import blocked"))
attempt("blocked", lambda: run("from blocked import x"))
print([name for name in ("boom", "syn", "cyc", "cyc.a", "cyc.b", "pkg.bad", "pkg.sub.deep2") if name in sys.modules])
attempt("relative", lambda: run("from .m import V; print(V)", __name__="pkg.x", __package__="pkg"))
attempt("relative", lambda: run("from .m import V", __name__="pkg", __path__=[]))
attempt("relative", lambda: run("from .m import V", __name__="x", __package__="other"))
attempt("relative", lambda: run("from .m import V", __name__="x", __package__=5))
attempt("relative", lambda: run("from ...m import V", __name__="pkg.m", __package__="pkg"))
attempt("attribute", lambda: sys.modules["pkg"].nope)

for where, folders, names in os.walk(folder, topdown=False):
    for name in names:
        os.remove(os.path.join(where, name))
    os.rmdir(where)
