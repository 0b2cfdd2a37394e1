try() { $OURO "$1" 2>&1 | sed "s,$PWD/,,"; }
printf '' > empty.py && try empty.py
printf '\n\n   \n# comment' > blank.py && try blank.py
printf '\xef\xbb\xbfprint("bom")\n' > bom.py && try bom.py
printf 'if 1:\r\n    print("crlf")\r\nx = """a\r\nb"""\r\nprint(repr(x))\r\n' > crlf.py && try crlf.py
printf 'print("lone")\rif 1:\r  print("cr")\r' > cr.py && try cr.py
printf 'print("no newline at end")' > end.py && try end.py
printf 'if 1:\n  print("indented end")' > indented.py && try indented.py
printf 'x = "\xff"\n' > latin.py && try latin.py
printf '# coding: latin-1\nprint("\xe9")\n' > declared.py && try declared.py
printf '# coding: nonsense\nprint(1)\n' > unknown.py && try unknown.py
printf 'x = 1\0\n' > nul.py && try nul.py
printf 'if 1:\n\tx = 1\n        y = 2\n' > tabs.py && try tabs.py
printf 'if 1:\n  x = 1\n\tif x:\n\ty = 2\n' > mixed.py && try mixed.py
printf 'x = 1\n\x0cprint("form feed")\n' > feed.py && try feed.py
printf 'print("a\\\n b")\nprint(1 + \\\n 2)\n' > joined.py && try joined.py
printf 'print(1) \\' > backslash.py && try backslash.py
printf 'print("ctrl z")\n\x1a' > ctrlz.py && try ctrlz.py
