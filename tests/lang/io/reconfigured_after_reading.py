# A file that gets another decoder forgets which ends of lines it saw; one that is half read gets none.
import io

for change in ({"encoding": "latin-1"}, {"newline": ""}, {"errors": "replace"}, {"line_buffering": True}):
    file = io.TextIOWrapper(io.BytesIO(b"one\ntwo\r\nthree\rfour"))
    print(list(file), file.newlines, file.reconfigure(**change), file.newlines)
file = io.TextIOWrapper(io.BytesIO(b"abc"))
print(file.read(1))
for change in ({"newline": "T"}, {"newline": 5}, {"newline": "\n"}, {"encoding": "ascii"}):
    try: print(file.reconfigure(**change))
    except Exception as e: print(type(e).__name__, e)
for data in "", "ab", "a\nb":
    for count in 0, 1, 9:
        file = io.TextIOWrapper(io.BytesIO(data.encode()))
        print(repr(file.read(count)), repr(file.readline(0)), end=" ")
        try: print(file.reconfigure(errors="replace"))
        except Exception as e: print(type(e).__name__)
