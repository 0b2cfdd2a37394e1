# unicode_escape knows characters by their names.
for data in (rb"\N{DIGIT ONE}x", rb"a\N{greek small letter alpha}", rb"\N{foo}", rb"\N", rb"\N{}", rb"\Nx", rb"\N{DIGIT ONE"):
    try:
        print(ascii(data.decode("unicode_escape")))
    except UnicodeDecodeError as error:
        print(error.reason, error.start)
