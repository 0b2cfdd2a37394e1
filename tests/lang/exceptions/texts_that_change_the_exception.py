# Making the text of one attribute takes away another that the message shows, too.
class Text:
    def __init__(self, act):
        self.act = act

    def __str__(self):
        self.act()
        return "made"


for error in (
    UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "why"),
    UnicodeDecodeError("utf-8", b"abc\xff", 1, 3, "why"),
    UnicodeEncodeError("utf-8", "abc\xe9", 3, 4, "why"),
    UnicodeEncodeError("utf-8", "abc\xe9", 1, 3, "why"),
):
    error.reason = "".join(["why"] * 30)
    error.encoding = Text(lambda: delattr(error, "reason"))
    print(error)
