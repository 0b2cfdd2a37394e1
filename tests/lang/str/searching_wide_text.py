"""find, count, replace and split of characters in text of 2 bytes a character, at every place of 16."""
for length in list(range(40)) + [63, 64, 65, 200]:
    total = 0
    for at in range(length):
        s = "\u4e00" * at + "," + "\u4e8c" * (length - at - 1)
        for c in ",", "\u4e8c", "\u4e00", "\u9999", "\U00012345", "\xe9":
            r = s.replace(c, ";"), s.replace(c, "\u5555"), s.replace(c, "\U00012346"), s.replace(c, "", 2), s.replace(c, "x", length)
            total = (total * 31 + s.find(c) * 7 + s.count(c) * 5 + s.count(c, 3, 20) + s.find(c, 1, 17) + len(s.split(c)) + (c in s)) % 1000003
            for t in r: total = (total * 31 + sum(map(ord, t)) + t.isascii()) % 1000003
    print(length, total)
print(ascii("\u4e00,".replace("\u4e00", "a")), ascii(("\u4e00," * 9).replace("\u4e00", "\xe9")), ("\u4e00," * 20).replace("\u4e00", "a").isascii())
