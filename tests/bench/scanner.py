"""Texts scanned character by character: a tokeniser, palindromes, a cipher, character counts and number words."""

KEYWORDS = {"let", "if", "then", "else", "end", "while", "print"}
SOURCE = """
let total = 0; let limit_2 = 0x1f + 3.25e2; # the limits
while total <= limit_2 do if total == 7 then print "seven \\"7\\"" else print total end;
  total = total + (limit_2 - 1) * 2 / 4 end
"""


def tokens(text):
    at, size = 0, len(text)
    while at < size:
        c = text[at]
        if c == " " or c == "\n":
            at += 1
        elif c == "#":
            while at < size and text[at] != "\n":
                at += 1
        elif c.isalpha() or c == "_":
            start = at
            while at < size and (text[at].isalnum() or text[at] == "_"):
                at += 1
            word = text[start:at]
            yield ("keyword" if word in KEYWORDS else "name", word)
        elif c.isdigit():
            start = at
            while at < size and (text[at].isalnum() or text[at] == "."):
                at += 1
            yield ("number", text[start:at])
        elif c == '"':
            start = at
            at += 1
            while text[at] != '"':
                at += 2 if text[at] == "\\" else 1
            at += 1
            yield ("string", text[start:at])
        elif c in "<>=!" and at + 1 < size and text[at + 1] == "=":
            yield ("operator", text[at : at + 2])
            at += 2
        else:
            yield ("operator", c)
            at += 1


def longest_palindrome(text):
    best = ""
    for middle in range(len(text)):
        for right in (middle, middle + 1):
            low, high = middle, right
            while low >= 0 and high < len(text) and text[low] == text[high]:
                low -= 1
                high += 1
            if high - low - 1 > len(best):
                best = text[low + 1 : high]
    return best


def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        elif "A" <= c <= "Z":
            out.append(chr((ord(c) - 65 + shift) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def counts(text):
    vowels = spaces = upper = 0
    letters = {}
    for c in text:
        if c in "aeiou":
            vowels += 1
        elif c == " ":
            spaces += 1
        if c.isupper():
            upper += 1
        letters[c] = letters.get(c, 0) + 1
    return vowels, spaces, upper, max(letters, key=letters.get)


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
ONES += ["eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(n):
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000:
        return ONES[n // 100] + " hundred" + (" and " + in_words(n % 100) if n % 100 else "")
    return in_words(n // 1000) + " thousand" + (" " + in_words(n % 1000) if n % 1000 else "")


def main():
    text = SOURCE * 500
    kinds = {}
    for kind, word in tokens(text):
        kinds[kind] = kinds.get(kind, 0) + len(word)
    words = " ".join(in_words(n) for n in range(30000))
    palindrome = longest_palindrome(words[:120000].replace(" ", ""))
    secret = caesar(words[:400000], 7)
    assert caesar(secret, -7) == words[:400000]
    measured = counts(words[:500000].title())
    assert palindrome == "ninenin", palindrome
    return kinds, len(words), palindrome, measured


for _ in range(5):
    result = main()
print(*result)
