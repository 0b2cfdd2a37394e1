# compile(..., "single"): a compound statement in one line wants the end of the line.
for text in ["def f(): pass", "if 1: pass", "@d\ndef f(): 0", "try: pass\nexcept: pass", "if 1:\n a\nelse: b", "with a: b"]:
    for end in "", "\n", "\n\n":
        try:
            compile(text + end, "<s>", "single")
            print(repr(text + end), "compiles")
        except SyntaxError as error:
            print(repr(text + end), error.msg, error.lineno, error.offset)
compile("def f():\n pass", "<s>", "single")
compile("x = 1", "<s>", "single")
