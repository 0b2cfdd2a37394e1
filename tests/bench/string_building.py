"""Strings put together and taken apart character by character."""


def encode(text):
    out = ""
    run = 1
    for i in range(1, len(text) + 1):
        if i < len(text) and text[i] == text[i - 1]:
            run += 1
        else:
            out += str(run) + text[i - 1]
            run = 1
    return out


def decode(text):
    parts = []
    number = 0
    for c in text:
        if c.isdigit():
            number = number * 10 + ord(c) - 48
        else:
            parts.append(c * number)
            number = 0
    return "".join(parts)


pattern = "".join("abcdefg"[i * i % 7] * (1 + i % 4) for i in range(40000))
for _ in range(24):
    packed = encode(pattern)
    assert decode(packed) == pattern
lines = [f"{i:05d}:{i * 3.5:.2f}:{'x' * (i % 5)}" for i in range(300000)]
joined = "\n".join(lines)
total = 0
for line in joined.split("\n"):
    number, value, tail = line.split(":")
    total += int(number) + len(tail)
assert total == 44999850000 + 600000
print(len(packed), len(joined), total)
