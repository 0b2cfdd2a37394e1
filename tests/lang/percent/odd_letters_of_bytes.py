# A letter that % of bytes does not know, beyond ASCII, too.
for text in (b"%1\xc3", b"%\xc3", b"%5.2\xff", b"%1\xe9 %s", b"%z", b"%"):
    try:
        print(text % 2)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, ascii(str(error)))
