def collect(item, into=[]):
    into.append(item)
    return into


first = collect(1)
second = collect(2)
print(first, second, first is second)
print(collect.__defaults__)
collect.__defaults__ = (["fresh"],)
print(collect(3))
print(collect(4, []))


def keyword(*, key={}):
    key[len(key)] = len(key)
    return key


keyword()
print(keyword(), keyword.__kwdefaults__)
