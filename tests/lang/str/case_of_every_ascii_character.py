# Each ASCII character alone and inside a word: lower, upper, title, capitalize, swapcase, casefold.
def cases(text):
    return [text.lower(), text.upper(), text.title(), text.capitalize(), text.swapcase(), text.casefold()]


for i in range(128):
    print(i, ascii(cases(chr(i))), ascii(cases("qR" + chr(i) + "Qr")))
for text in ("", "hello world", "it's the 3RD x1y2 Z", "_a_B-c", "\xc0B c'\xe9 d\x7f", "\u01c6 \u01c4x"):
    print(ascii(cases(text)))
