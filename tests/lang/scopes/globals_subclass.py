# Globals that are a subclass of dict are asked by their own rules; code sees the builtins that its globals name.
class Numbers(dict):
    def __missing__(self, key):
        if key.startswith("n"):
            return int(key[1:])
        raise KeyError(key)


print(eval("n1 + n2", Numbers()), eval("(lambda: n40 + n2)()", Numbers()))
double = eval("lambda: sum([n1, n2])", Numbers())
for _ in range(40):
    assert double() == 3
for text in ("missing", "(lambda: missing)()", "len('abc')"):
    try:
        print(eval(text, Numbers()))
    except NameError as e:
        print("NameError", e)
for text in ("import sys", "class C: pass", "len('abc')", "__import__('sys')"):
    try:
        exec(text, {"__builtins__": {}})
    except Exception as e:
        print(type(e).__name__, e)
exec("import nothing\nprint(nothing)", {"__builtins__": {"__import__": lambda *args: args[0], "print": print}})
