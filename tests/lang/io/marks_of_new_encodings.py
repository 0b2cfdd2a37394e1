# A mark is written at the beginning of a file only, by whichever encoding begins it.
import io


class Pipe(io.BytesIO):
    def seekable(self):
        return False


for base in io.BytesIO, Pipe:
    for first in "ascii", "utf-8-sig", "utf-16":
        for second in "utf-8-sig", "utf-16", "utf-8", "utf-32":
            for begun in False, True:
                raw = base()
                file = io.TextIOWrapper(raw, encoding=first)
                if begun:
                    file.write("abc")
                file.reconfigure(encoding=second)
                file.write("d\xe9")
                file.flush()
                print(base.__name__, first, second, raw.getvalue())
try:
    open("/dev/null", encoding="hex")
except LookupError as error:
    print(error)
