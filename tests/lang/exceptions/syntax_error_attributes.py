# what a SyntaxError knows of its place, made by the compiler or by hand
def show(e):
    print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset, e.print_file_and_line)


for text in ["a b", "if a:\npass", "x = (1,\n  2 3)\n", "def f(a, a): pass", "é = = 1", "x = 'abc\n", "y = 1_\n",
             "x = 0777", "x\n)\ny", "f'{a", "“", "(\n", "x = $\n", "x = \\ \n"]:
    try:
        compile(text, "name.py", "exec")
    except SyntaxError as e:
        if e.text is None:  # CPython looks for the file
            e.text = text
        if "duplicate" in e.msg:
            e.text = ""
        show(e)
        print(e, e.args[0])
for args in [(), ("m",), ("m", ("f.py", 2, 1, "t")), ("m", (None, 2, 1, "t")), ("m", ("/a/b/f.py", None, 1, "t")),
             ("m", ("f.py", 2, 1, "t", 3, 4)), ("m", ("f.py", 2, 1, "t", None, None)), ("a", "b", "c")]:
    e = SyntaxError(*args)
    show(e)
    print(str(e), e.args)
for args in [("m", (1, 2)), ("m", 5), ("m", ()), ("m", (1, 2, 3, 4, 5)), ("m", (1, 2, 3, 4, 5, 6, 7)), ("m", "abcd")]:
    try:
        show(SyntaxError(*args))
    except Exception as e:
        print(type(e).__name__, e)
e = IndentationError("m")
e.filename, e.lineno, e.print_file_and_line = "x.py", 7, False
show(e)
