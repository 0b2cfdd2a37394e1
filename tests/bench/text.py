# native-bound
"""Texts: split, join, replace, find, count, case, strip, tests of membership."""

LINE = "The quick brown fox jumps over the lazy dog, and the dog sleeps on; "


def main():
    text = LINE * 2000
    numbers = ",".join([str(i) for i in range(50000)])
    words = lengths = found = 0
    for _ in range(120):
        parts = text.split()
        words += len(parts)
        lengths += len(" ".join(parts))
        lengths += len(numbers.split(","))
        lengths += len(text.replace("fox", "wolf").replace("dog", "cat").replace("q", "QU"))
        found += text.count("the") + text.find("zebra") + text.rfind("The")
        lengths += len(text.upper()) + len(text.title().swapcase())
        for part in parts:
            if part.startswith("th") or part.endswith(";"):
                found += 1
            if "o" in part:
                found += 1
            lengths += len(part.strip(",;").lower())
        lengths += len((text + "\n").splitlines())
    assert words == 120 * 2000 * 14, words
    print(words, lengths, found)


main()
