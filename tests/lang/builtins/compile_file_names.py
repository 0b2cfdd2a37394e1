# The file name that compile() is given: text, bytes, a path; checked before the mode.
class P:
    def __fspath__(self): return b'pa\0th'
for f in ('a\0b', b'a\0', b'\xff', 'x', b'y', P(), 5, None, 'a\ud800'):
    for mode in ('exec', {}, 'q'):
        try: print(ascii(compile('1', f, mode).co_filename))
        except Exception as e: print(type(e).__name__, ascii(str(e)))
