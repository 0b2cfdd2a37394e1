import sys

print(sys.getsizeof(5), sys.getsizeof(""), sys.getsizeof([]), sys.getsizeof(()), sys.maxsize, sys.byteorder) if False else None
print(sys.version_info[:2], sys.version_info.major, sys.implementation.name != "", sys.maxunicode, sys.float_info.max, sys.int_info.bits_per_digit > 0)
print(sys.argv[1:], sys.argv[0], type(sys.path).__name__, sys.platform, "sys" in sys.modules, sys.getdefaultencoding())
print(sys.intern("a b") is sys.intern("a" + " b"), sys.getrecursionlimit(), sys.is_finalizing())
print(sys.stdout.fileno(), sys.stdin.fileno(), sys.stderr.name, sys.stdout.encoding)
print(sys.hash_info.width, sys.flags.optimize, sys.maxsize == 2**63 - 1, sys.builtin_module_names[:0], callable(sys.excepthook), sys.displayhook(None))
sys.displayhook([1])
print(__builtins__._)
