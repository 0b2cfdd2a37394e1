# What takes eight or sixteen characters at a time, on texts that end before, at and behind them.
import random

rng = random.Random(7)
alphabets = ["ab", "a \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85", "ab,", "aZ[`z{@A", "aé,\xa0 ", "aΩ, \u2028"]


def texts(letters):
    for length in range(36):
        for _ in range(4):
            yield "".join(rng.choice(letters) for _ in range(length))


def digest(values):
    total = 0
    for value in values:
        for c in repr(value):
            total = (total * 1000003 + ord(c)) % 2**61
    return total


for letters in alphabets:
    all_texts = list(texts(letters))
    print(digest(t.split() for t in all_texts), digest(t.split(None, 2) for t in all_texts))
    print(digest(t.split(",") for t in all_texts), digest(t.split("a", 1) for t in all_texts))
    print(digest(t.splitlines() for t in all_texts), digest(t.splitlines(True) for t in all_texts))
    print(digest(t.lower() + t.upper() + t.casefold() for t in all_texts))
    print(digest(t.strip("a,") + t.lstrip(" aé") + t.rstrip("bΩ\xa0") + t.strip("") for t in all_texts))
    print(digest((t.startswith("ab"), t.endswith("a,"), t.startswith(t), t.endswith(t + "a")) for t in all_texts))
    print(digest(["a" in t, "é" in t, "," in t, t[:17] in t, t[3:] == t[3:] + "", t[:-1] + "a" == t] for t in all_texts))
    print(digest(t.replace("a", "b") + t.replace("a", "Ω", 2) + t.replace("ab", "ba") for t in all_texts))
    print(digest([t.replace("aa", "xy", 2), t.replace(t, "é" * len(t)), t.replace("ba", "é,")] for t in all_texts))
    print(digest([",".join(t), t.join([t, "", "é"]), f"{t}{t}", f"{t[:1]}{t}\u2028"] for t in all_texts))
    counts = {}
    for t in all_texts:
        for n in 1, 3, 4, 7, 8, 16, 17:
            counts[t[:n]] = counts.get(t[:n], 0) + 1
    print(digest(counts.items()), len(counts), sum(counts[t[:4]] for t in all_texts))

s = "word"
print(s.split()[0] is s, s.split(",")[0] is s, s.replace("xx", "yy") is s, s.strip(",") is s)
