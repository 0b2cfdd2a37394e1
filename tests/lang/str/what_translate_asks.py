"""ASCII text asks once for each character, whatever the table is; other text asks for each, and past a run left out."""
class Table:
    def __getitem__(self, key):
        print(key, end=" ")
        if key == 100:
            raise LookupError
        return {97: "A", 98: None, 99: 0x43, 101: "\u20ac", 102: "long"}.get(key, key)


for text in ("aabbccddaa", "abcabca", "aeab", "afab", "bbb", "b\u20acbba", "\u20acbbdba", "\u20acaa", ""):
    print(ascii(text.translate(Table())))


class Dict(dict):
    def __missing__(self, key):
        print("no", key, end=" ")
        return None if key == 98 else key


print("abcabc".translate(Dict({97: "x"})))
print(ascii("\u20acabbc".translate(Dict({97: "x"}))))


class Failing:
    def __getitem__(self, key):
        if key == 98:
            raise ValueError("b")
        return None


for text in ("aab", "\u20acab", "ba"):
    try:
        text.translate(Failing())
    except ValueError as error:
        print(error)
print("aAbB".translate({97: "A", 65: "a", 98: "\xe9", 66: None}), "abc".translate({97: 8364}), "ab".translate({97: True}))
