# code.replace() takes every attribute by name, as it is; what describes the instructions cannot be changed.
def f(a, b=1, *, c):
    return lambda: a + b
co = f.__code__
for name in ("co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_code", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_linetable", "co_exceptiontable", "co_consts", "co_flags", "co_name", "co_qualname", "co_filename", "co_firstlineno"):
    print(name, co.replace(**{name: getattr(co, name)}) == co, end=" ")
    for wrong in ("x", 1.5, None, [1]):
        if name in ("co_name", "co_qualname", "co_filename") and wrong == "x":
            continue
        try:
            co.replace(**{name: wrong})
            print("taken", wrong)
        except TypeError as error:
            print(error, end="; ")
    print()
