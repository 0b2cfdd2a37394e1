def catch(code):
    try:
        exec(code, {})
    except BaseException as error:
        return error


e = catch("import missing_module_x")
print(e.name, e.path, e)
e = catch("from sys import nothing_here")
print(e.name, e)
e = catch("undefined_name")
print(e.name, e.args)
e = catch("(5).missing")
print(e.name, e.obj, e)
e = catch("raise StopIteration(7)")
print(e.value)
e = catch("raise SystemExit(3)")
print(e.code, SystemExit().code, SystemExit(1, 2).code)
e = catch("open('/nonexistent/file')")
print(e.errno, e.strerror, e.filename, type(e).__name__, e)
e = catch("{}['k']")
print(e.args, str(e), str(KeyError()), str(KeyError(1, 2)))
e = catch("b'\\xff'.decode()")
print(e.encoding, e.start, e.end, e.reason, e)
e = catch("'\\u20ac'.encode('ascii')")
print(e.encoding, e.object, e)
print(OSError(13, "x").__class__.__name__, OSError("just text"), OSError(2, "a", "b").filename, OSError(1).errno)
print(repr(ValueError(1, "a")), str(ValueError()), str(ValueError("x", 2)), ValueError("x").args)
for count in (5, -5, True, 2**63, -(2**70), "a", 1.5):
    try:
        e.characters_written = None
    except TypeError as error:
        print(error)
    e = BlockingIOError(1, "text", 3)
    try:
        e.characters_written = count
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    print(e.characters_written)
for error in (UnicodeDecodeError("u", b"abc", 0, 1, "r"), UnicodeEncodeError("u", "abc", 0, 2, "r"), UnicodeTranslateError("abc", 0, 1, "r")):
    for name in ("reason", "encoding", "object"):
        try:
            delattr(error, name)
        except AttributeError:
            pass
        print([str(error)])
try:
    __build_class__()
except TypeError as error:
    print(error)
