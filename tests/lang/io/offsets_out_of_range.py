# seek() with offsets and ways of counting that no file has
import io

path = __file__
for call in (lambda: io.BytesIO().seek(2**70), lambda: io.StringIO().seek(2**70), lambda: io.BytesIO().truncate(2**70),
             lambda: open(path, "rb").seek(2**70), lambda: open(path, "rb").seek(-2**70), lambda: io.BytesIO().seek(0, 2**40),
             lambda: open(path, "rb").seek(0, 3), lambda: open(path, "rb").seek(0, 5), lambda: open(path, "rb").seek(0, -1),
             lambda: open(path).seek(0, 3), lambda: io.BytesIO().seek(1.0), lambda: io.StringIO().seek("1"),
             lambda: io.BufferedReader(io.BytesIO()).seek(0, 3), lambda: io.BytesIO().seek(0, 3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
