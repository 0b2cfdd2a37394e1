# The lines that co_lines() tells of functions: that of the def, or of the first decorator, and those of statements.
text = '''
def plain():

    return 1
def one_line(): return 2
def generator(a,
              b):
    yield 1
async def coroutine():
    await x
class Class:
    def method(self,
               z):
        "doc"
        return 1
@decorator
@another
def decorated():
    pass
function = lambda: (
    5)
def nested():
    x = 1
    def inner():
        return x
    return inner
def loops():
    for i in [i
              for i in y]:
        pass
    else:
        return 5
'''


def walk(code):
    if code.co_name != "<module>":
        lines = [line for _, _, line in code.co_lines() if line]
        print(code.co_qualname, code.co_firstlineno, sorted(set(lines)), lines[0])
    for constant in code.co_consts:
        if hasattr(constant, "co_lines"):
            walk(constant)


walk(compile(text, "text", "exec"))
for start, end, line in walk.__code__.co_lines():
    assert 0 <= start <= end and (line is None or line >= walk.__code__.co_firstlineno)
