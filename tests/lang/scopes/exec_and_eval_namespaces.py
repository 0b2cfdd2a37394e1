space = {"a": 2}
exec("b = a * 2\ndef f(): return a + b", space)
print(space["b"], space["f"](), "__builtins__" in space)
print(eval("a + b", space), eval("x + 1", {}, {"x": 1}))


def f():
    local = 5
    exec("local = 6")
    return local, eval("local + 1")


print(f())
outer = 1
exec("outer += 1")
print(outer)
code = compile("n * n", "<made>", "eval")
print([eval(code, {"n": n}) for n in range(4)], code.co_filename)
try:
    eval("1 +")
except SyntaxError as error:
    print(error.msg, error.lineno)
try:
    eval("name", {"__builtins__": {}})
except NameError as error:
    print(error)
print(eval(" 1 + 1"), exec("pass"))
