# native-bound
"""Splitting a large text into words and counting them in a dict."""


def words_of(count):
    state = 12345
    syllables = ["ka", "to", "mi", "ru", "sen", "da", "lo", "vi"]
    for _ in range(count):
        word = ""
        for _ in range(1 + state % 3):
            state = (state * 1103515245 + 12345) % 2147483648
            word += syllables[state // 65536 % 8]
        yield word


text = " ".join(words_of(300000))
lines = [text[i:i + 200] for i in range(0, len(text), 200)]
counts = {}
for _ in range(18):
    for line in lines:
        for word in line.lower().split():
            counts[word] = counts.get(word, 0) + 1
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
assert sum(counts.values()) > 4800000
print(len(counts), top)
