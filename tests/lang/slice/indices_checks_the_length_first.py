for text in ("slice(1, 2, 0).indices(-1)", "slice('a').indices(-1)", "slice(1, 2, 0).indices(5)", "slice('a').indices(5)",
             "slice(None, None, 'a').indices(3)", "slice(1).indices('x')", "slice(-5, None, -1).indices(3)",
             "slice(None, 2**70).indices(2**80)"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
