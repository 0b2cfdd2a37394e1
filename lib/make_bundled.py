"""Writes bundled.h: a row BUNDLED(name, length, package, text) for each module under lib/py.

usage: make_bundled.py OUTPUT FOLDER DEPFILE
"""
import os
import sys

LINE = 100  # bytes of source in one piece of the C string


def find_modules(folder):
    """Yields (module name, is package, path), for each .py file below folder."""
    for base, folders, files in os.walk(folder):
        folders.sort()
        inside = os.path.relpath(base, folder)
        parents = [] if inside == "." else inside.split(os.sep)
        for file in sorted(files):
            stem, ending = os.path.splitext(file)
            if ending != ".py":
                continue
            package = stem == "__init__"
            yield ".".join(parents if package else parents + [stem]), package, os.path.join(base, file)


def quote(byte):
    if byte == 10:
        return "\\n"
    if byte in b'"\\':
        return "\\" + chr(byte)
    if byte == 63 or byte < 32 or byte > 126:  # the question mark: no trigraphs
        return "\\%03o" % byte
    return chr(byte)


def c_string(text):
    pieces = []
    for line in text.splitlines(keepends=True) or [b""]:
        for start in range(0, len(line), LINE):
            pieces.append('"' + "".join(map(quote, line[start:start + LINE])) + '"')
    return "\n    ".join(pieces or ['""'])


def main(output, folder, depfile):
    modules = sorted(find_modules(folder))
    with open(output, "w", encoding="ascii") as out:
        for name, package, path in modules:
            with open(path, "rb") as file:
                text = file.read()
            out.write('BUNDLED("%s", %d, %s,\n    %s)\n' % (name, len(text), str(package).lower(), c_string(text)))
    with open(depfile, "w", encoding="utf-8") as out:
        paths = [folder] + [base for base, _, _ in os.walk(folder)] + [path for _, _, path in modules]
        out.write("%s: %s\n" % (output, " ".join(path.replace(" ", "\\ ") for path in paths)))


if __name__ == "__main__":
    main(*sys.argv[1:])
