"""Bytes given to compile() that are no UTF-8: what is wrong with the word that they are in."""
for source in (b"\xff", b"x = \xff", b"ab\xff", b"x\xe9y", b'"ab\xff"', b"\xc3\xa9\xff", b"# coding: nope\nx"):
    for run in (lambda s: compile(s, "file.py", "exec"), exec):
        try:
            run(source)
        except SyntaxError as error:
            print(source, error.msg)
