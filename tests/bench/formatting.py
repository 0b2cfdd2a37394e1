# native-bound
"""Numbers and values to text: str, repr, %, format, f-strings, and int and float from text."""


def main():
    total = 0
    for i in range(300000):
        x = i / 7
        total += len(f"{i} {x:.3f} {i:>8} {'abc':<5}|")
        total += len("%d %s %5.2f %x" % (i, "abc", x, i))
        total += len("{} {:08.3f} {name!r}".format(i, x, name="n"))
        total += len(str(i)) + len(repr(x)) + len(str(x))
        total += int(str(i)) + int(float(repr(x)) == x)
    assert total == 45033875422, total
    print(total)


main()
