for src in ("", "\n", "#c", "\\", "a b", "1\n2"):
    for mode in ("eval", "exec", "single"):
        try:
            compile(src, "<s>", mode)
            print(repr(src), mode, "ok")
        except SyntaxError as e:
            print(repr(src), mode, e.msg, e.lineno, e.offset)
try:
    eval("")
except SyntaxError as e:
    print(e, e.args)
