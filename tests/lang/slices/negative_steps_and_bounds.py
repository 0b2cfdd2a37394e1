s = "abcdefg"
for a, b, c in ((None, None, -1), (5, 1, -2), (-2, None, None), (None, -3, 2), (10, 20, 1), (-100, 3, 1), (3, -100, -1), (2, 2, 1)):
    print(s[a:b:c], list(range(7))[a:b:c], tuple(s)[a:b:c][:2], s.encode()[a:b:c], range(7)[a:b:c])
print(s[:2**70], s[-2**70:1], s[::2**65])
for bad in ("s[::0]", "s['a':]", "s[1.0:]", "s[9]", "s[-8]", "s['x']", "[1]['x']", "(1,)[1.5]"):
    try:
        eval(bad)
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(slice(1, 2) == slice(1, 2), slice(5).indices(3), slice(None, None, -1).indices(4), slice(1, 2, 3).step)


class Show:
    def __getitem__(self, key): return key


show = Show()
print(show[1:2], show[::], show[1:2, ..., None], show[1:2:3, 4], show[()], show[*[1, 2]], show[:"x"])
