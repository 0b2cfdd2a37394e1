# center, ljust, rjust, zfill, expandtabs, strip and its kind, removeprefix and removesuffix, replace.
def show(call):
    try:
        print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


for width in (-1, 0, 1, 2, 3, 4, 5, 8, 9):
    for text in ("", "a", "ab", "abc", "é", "€x"):
        print(width, [text.center(width), text.center(width, "*"), text.ljust(width), text.ljust(width, "é"), text.rjust(width), text.rjust(width, "😀"), text.zfill(width)])
print([text.zfill(6) for text in ("42", "-42", "+42", "--42", "-", "+", "", " 42", "-é", "1234567")])
for call in ("'a'.center()", "'a'.center('b')", "'a'.center(5, '')", "'a'.center(5, 'xy')", "'a'.center(5, 1)", "'a'.center(5, b'x')", "'a'.ljust(1.5)", "'a'.rjust(5, None)", "'a'.zfill()", "'a'.zfill('1')", "'a'.center(width=5)", "'a'.zfill(5, '0')", "'a'.ljust(2**70)", "'a'.center(5, 'x', 1)", "'a'.expandtabs('a')", "'a\\tb'.expandtabs(tabsize=4)", "'a\\tb'.expandtabs(0)", "'a\\tb'.expandtabs(-3)", "'a\\tb\\n\\tc'.expandtabs()", "'a\\tb\\rcc\\td'.expandtabs(4)", "'\\t\\t'.expandtabs(1)", "'é\\tx'.expandtabs(3)", "'a'.expandtabs(1, 2)", "'\\t'.expandtabs(2**31)", "'\\t'.expandtabs(2**70)", "'abc'.expandtabs(None)"):
    show(call)
for text in ("", "  a b  ", "\t\na\x0b\x0c\r", "xxaxx", "\u2003a\xa0", "xyxaxyx", "ééaé"):
    for args in ((), (None,), ("x",), ("xy",), ("",), ("é",), (" a",)):
        print(repr(text), args, [text.strip(*args), text.lstrip(*args), text.rstrip(*args)])
for call in ("'a'.strip(1)", "'a'.strip(b'a')", "'a'.lstrip('a', 'b')", "'a'.rstrip(['a'])", "'abab'.removeprefix('ab')", "'abab'.removesuffix('ab')", "'a'.removeprefix('')", "'a'.removesuffix('')", "'a'.removesuffix('a')", "'a'.removeprefix('ab')", "'a'.removeprefix()", "'a'.removeprefix(1)", "'a'.removesuffix(None)", "'a'.removeprefix(('a',))", "'a'.removeprefix('a', 'b')",
             "'aaa'.replace('a', 'b')", "'aaa'.replace('a', 'b', 2)", "'aaa'.replace('a', 'b', 0)", "'aaa'.replace('a', 'b', -1)", "'aaa'.replace('a', '')", "'aaa'.replace('', '-')", "'aaa'.replace('', '-', 2)", "''.replace('', 'x')", "''.replace('', 'x', 0)", "''.replace('a', 'x')", "'abc'.replace('b', 'é')", "'abc'.replace('b', '😀😀')", "'é€'.replace('€', 'x')", "'aXbXc'.replace('X', 'long')", "'abcabc'.replace('bc', 'd')", "'aaaa'.replace('aa', 'a')", "'abc'.replace('x', 'y')", "'a'.replace()", "'a'.replace('a')", "'a'.replace(1, 'b')", "'a'.replace('a', 1)", "'a'.replace('a', None)", "'a'.replace('a', 'b', 'c')", "'a'.replace('a', 'b', 1.5)", "'aaa'.replace('a', 'b', count=1)", "'aaa'.replace('a', new='b')", "'aaa'.replace('a', 'b', 2**70)", "'a'.replace('a', 'b', 1, 2)", "'a'.replace('a', 'b', None)"):
    show(call)
text = "unchanged"
print(text.strip() is text, text.replace("x", "y") is text, text.center(3) is text, text.zfill(2) is text, text.removeprefix("x") is text, text[:] is text, text * 1 is text, str(text) is text, text + "" is text, "" + text is text, text.ljust(9) is text)
