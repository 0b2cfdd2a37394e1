for text in ("sorted()", "sorted([], 1)", "sorted(key=len)", "sorted([], None, reverse=True)", "type(1, x=2)", "type()",
             "type(1, 2)", "compile(1, 2, 3)", "compile('1', 'f', 3)", "compile('1', 'f', 'x')", "compile(1, 'f', 'eval')"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
