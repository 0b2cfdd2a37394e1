# UTF-8 of every length, cut short at every byte, and what is no UTF-8.
text = "a\x7f\x80\u00ff\u0100\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff!"
data = text.encode()
print(data, data.decode() == text, [len(c.encode()) for c in text])
for end in range(len(data) + 1):
    try:
        print(ascii(data[:end].decode()), end=" ")
    except UnicodeDecodeError as error:
        print(error.start, error.end, error.reason, end=" ")
print()
for wrong in (b"\xc0\x80", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xf5abc", b"ab\xff", b"\xe2\x28\xa1", b"\x80"):
    try:
        print(ascii((b"\xc3\xa9" + wrong + b"z").decode()))
    except UnicodeDecodeError as error:
        print(error, ascii((b"\xc3\xa9" + wrong + b"z").decode(errors="replace")))
try:
    "ab\ud800\udfffc".encode()
except UnicodeEncodeError as error:
    print(error)
print(b"\xc3\xa9".decode(), b"\xf0\x9f\x98\x80".decode(), "\U0001f600\u00e9".encode())
