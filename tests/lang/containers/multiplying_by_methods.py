# A class derived from a sequence with a * of its own on one side has methods on both.
log = []
def answer(value):
    def method(self, other):
        log.append(type(other).__name__)
        return value
    return method
def build(base, **methods): return type(base.__name__.title(), (base,), {f"__{name}__": answer(value) for name, value in methods.items()})
def show(text, **names):
    log.clear()
    try: print(text, eval(text, names), log)
    except TypeError as error: print(text, error, log)
for base, value in ((list, [1]), (str, "ab"), (tuple, (1,)), (bytes, b"a"), (bytearray, b"a")):
    left, right = build(base, mul="left")(value), build(base, rmul="right")(value)
    unknown, plain = build(base, mul=NotImplemented)(value), build(base)(value)
    for text in ("left * 2", "2 * left", "left * 'x'", "'x' * left", "2.5 * left", "right * 2", "right * 2.5", "2 * right",
                 "[0] * right", "unknown * 2", "unknown * 'x'", "unknown * plain", "plain * unknown", "unknown * unknown",
                 "plain * 1.5", "None * plain", "{} * plain", "plain * left", "left.__rmul__(2)", "left.__rmul__([])"):
        show(text, left=left, right=right, unknown=unknown, plain=plain)
    for item in (left, right, unknown, plain, value, {}, None, 2):
        for other in (2, 2.5, "x", plain, left):
            log.clear()
            name = type(item).__name__, type(other).__name__
            copy = type(item)(item) if isinstance(item, (list, bytearray)) else item
            try:
                copy *= other
                print(name, copy, log)
            except TypeError as error:
                print(name, error, log)
class Later(list): pass
later = Later([1])
Later.__rmul__ = answer("reflected")
print(2 * later, later * 2)
del Later.__rmul__
print(2 * later)
