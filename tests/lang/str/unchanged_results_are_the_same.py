# A method that changes nothing answers the text itself.
text = "".join(["abc", " def"])
for call in ("replace('x', 'y')", "replace('a', 'a')", "replace('', '')", "replace('a', 'b', 0)", "expandtabs()", "strip()", "lstrip('x')", "ljust(3)", "zfill(0)", "center(7)", "removeprefix('x')",
             "removesuffix('x')", "__getitem__(slice(None))", "__getitem__(slice(0, 99))", "__mul__(1)", "format()", "__mod__(())", "__format__('')", "__format__('s')", "__format__('3')", "__str__()", "join([text])"):
    print(call, eval("text." + call) is text)
print("%s" % text is text, "{}".format(text) is text, f"{text}" is text, str(text) is text, format(text) is text, "" + text is text, text + "" is text)
