for src in ('[i for i in (lambda: (j := 1))()]', '[x for x in (lambda: (y := [1]))()]', '[i for i in [lambda: (a := 2)]]', '[i for i in [(a := 2)]]', '[i for i in [lambda: [k for k in (q:=1)]]]', 'lambda: [i for i in (z := 3)]', '[[1 for j in (w:=1)] for i in 1]', 'class A:\n [lambda: (y:=1) for y in 1]', '[(lambda: (y:=1)) for x in 1]','{i for i in range((lambda: (b := 3))())}'):
    try: compile(src, '<s>', 'exec'); print(src, 'ok')
    except SyntaxError as e: print(src, e.msg, e.offset, e.end_offset)
