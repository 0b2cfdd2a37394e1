"""reconfigure() of a text file of which some, all or the last cut character was read."""
import io


def told(data, *steps, **settings):
    file, results = io.TextIOWrapper(io.BytesIO(data), **({"encoding": "utf-8"} | settings)), []
    for step in steps:
        try:
            results.append(step(file))
        except (ValueError, OSError) as error:
            results.append(f"{type(error).__name__}: {error}"[:40])
    return results


def line(file): return file.readline()
def following(file): return next(file, "end")
def one(file): return file.read(1)
def whole(file): return file.read()
def illegal(file): return file.reconfigure(newline="T")
def replacing(file): return file.reconfigure(errors="replace")


ways = [line], [following] * 2, [whole], [line] * 3, [one, line], [one, whole], [one] * 4
for data in b"", b"abc", b"a\nb", b"a\nb\n":
    for way in ways:
        print(told(data, *way, illegal, replacing), told(data, replacing, *way, illegal))
        for errors in "surrogateescape", "replace":
            print(" ", told(data, *way, illegal, replacing, encoding="utf-16-le", errors=errors))


def refused(file): return file.write("\ud800")
def written(file): return file.write("d")
def latin(file): return file.reconfigure(encoding="latin-1")


for steps in [whole, refused, latin], [one, refused, latin], [one, written, latin], [one, one, one, one, refused, latin, written, latin]:
    print(told(b"abc", *steps))
