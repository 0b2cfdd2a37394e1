# bytes(...) and bytearray(...): every form and refusal.
class HasBytes:
    def __bytes__(self):
        return b"made"


class BadBytes:
    def __bytes__(self):
        return "text"


class Index:
    def __index__(self):
        return 3


class Raises:
    def __iter__(self):
        raise KeyError("iter")


class Items:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index + 65


class Sub(bytes):
    pass


class SubMade:
    def __bytes__(self):
        return Sub(b"sub")


calls = ["", "5", "0", "-1", "2**70", "True", "'abc'", "'abc', 'ascii'", "'é', 'ascii'", "'é', 'ascii', 'replace'", "'é', 'utf-8'", "'a', 1", "'a', 'ascii', 1", "'a', 'nope'", "b'abc'", "bytearray(b'xy')", "memoryview(b'pq')", "[1, 2, 255]", "[256]", "[-1]", "['a']", "[1.5]", "[None]", "(1, 2)", "range(5)", "{1, }", "{65: 1}", "iter([1, 2])", "(x for x in [3, 4])", "None", "1.5", "object()", "HasBytes()", "BadBytes()", "Index()", "Raises()", "Items()", "SubMade()", "Sub(b'q')", "b'a', 'ascii'", "5, 'ascii'", "[1], 'ascii'", "source=b'a'", "source='a', encoding='ascii'", "'a', encoding='utf-16'", "errors='strict'", "encoding='ascii'", "'a', errors='strict'", "b'a', errors='strict'", "x=1", "1, 2, 3, 4", "[Index()]", "[True]", "[2**70]", "'a', None", "lambda: 0", "int"]
for call in calls:
    for kind in ("bytes", "bytearray"):
        text = f"{kind}({call})"
        try:
            result = eval(text)
            print(text, "->", result, type(result).__name__)
        except Exception as error:
            print(text, "->", type(error).__name__, error)
for text in ("bytes.__new__()", "bytes.__new__(str)", "bytes.__new__(bytes)", "bytearray.__new__(bytearray, 5)", "bytearray(5).__init__('a')", "Sub(3)", "Sub()", "Sub([1])", "Sub('a', 'ascii')", "bytes(Sub(b'x')) is bytes(b'x')", "bytes.fromhex('0aFF')", "bytes.fromhex(' 0a ff\\n')", "bytes.fromhex('0 a')", "bytes.fromhex('0')", "bytes.fromhex('zz')", "bytes.fromhex('')", "bytes.fromhex(b'00')", "bytes.fromhex()", "bytes.fromhex('é0')", "bytearray.fromhex('00')", "Sub.fromhex('41')", "type(Sub.fromhex('41')).__name__", "b'\\x00\\xff'.hex()", "b'abcdef'.hex(':')", "b'abcdef'.hex('-', 2)", "b'abcdef'.hex('-', -2)", "b'abcdef'.hex('--')", "b'abcdef'.hex('é')", "b'abcdef'.hex(1)", "b'abc'.hex(sep='_', bytes_per_sep=1)", "b'abc'.hex(b':')", "b'abc'.hex(':', 0)", "b'abc'.hex(':', 2**40)", "b''.hex(':')", "b'abc'.hex('')"):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
