# A text that is not changed by its format is the text itself.
text = "abcde"
print("%s" % text is text, "%.5s" % text is text, "%.10s" % text is text, "%1s" % text is text, "%5s" % text is text)
print("{}".format(text) is text, "{:s}".format(text) is text, "{:.5s}".format(text) is text, "{:5}".format(text) is text, f"{text}" is text)
print("%-3s|%3s|%.2s|%7s|%-7s|%07s" % ((text,) * 6))
