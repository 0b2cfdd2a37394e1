# what is suggested for a name that is not there: of variables, of self, of modules, of attributes
import traceback

PROGRAMS = [
    'value = 1\nprint(vaule)\n',
    'def f():\n    counter = 1\n    return countr\nf()\n',
    'class A:\n    def __init__(self): self.items = 1\n    def go(self): return items\nA().go()\n',
    'pritn("a")\n',
    'sys.exit()\n',
    'math.sqrt(2)\n',
    'x = none\n',
    'true\n',
    'def f():\n    global g\n    return gg\nf()\n',
    'import sys\nsys.pth\n',
    '"abc".uper()\n',
    '[].push(1)\n',
    'class A:\n    def method(self): pass\nA().methd\n',
    'class A:\n    __slots__ = ("value",)\na = A(); a.valu = 1\n',
    'class A:\n    _hidden = 1\nA().hidden\n',
    'class A:\n    def __getattr__(self, n): raise AttributeError(n)\nA().foo\n',
    'class A:\n    @property\n    def p(self): return self.q\nA().p\n',
    'raise AttributeError("x", name="appendd", obj=[])\n',
    'raise NameError("nothing", name="prnt")\n',
    'x = 1\ndef f():\n    class A:\n        y = x + z\nf()\n',
    '[undefd for i in range(3)]\n',
    'import os\nos.getcwdd()\n',
    'class Foo: pass\nFoo().bar.baz\n',
    'def foo(): pass\nfoo().x\n',
    'class A:\n    foo = 1\nclass B(A): pass\nB.fo\n',
    'datetime.now()\n',
    'json.loads("{}")\n',
    'f"{undef_in_f}"\n',
]
for program in PROGRAMS:
    try:
        exec(compile(program, "program", "exec"), {"__name__": "program"})
    except BaseException as e:
        print(traceback.format_exception(e)[-1], end="")
