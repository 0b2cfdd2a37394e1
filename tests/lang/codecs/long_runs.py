"""Long texts in encodings of several bytes a character; what is wrong stands at the borders of pieces."""

for encoding in "utf-16", "utf-16-be", "utf-32", "utf-32-le", "latin-1", "ascii", "cp1252":
    for length in 0, 1, 255, 256, 257, 513:
        for odd in "", "é", "€", "\U0001f600", "\ud800":
            for errors in "backslashreplace", "surrogatepass":
                text = "x" * length + odd + "y" * (256 - length % 256) + odd
                try:
                    data = text.encode(encoding, errors)
                    back = data.decode(encoding, errors)
                    cut = data[:-1].decode(encoding, "replace")
                except UnicodeError as error:
                    print(encoding, length, str(error)[:90])
                else:
                    total = sum(i * byte for i, byte in enumerate(data))
                    print(encoding, length, len(data), total, back == text, ascii(cut[-3:]), len(cut))
