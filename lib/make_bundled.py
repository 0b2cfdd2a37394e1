"""Writes bundled.h: a row BUNDLED(name, package, ...) for each module under lib/py, with its text and what it compiles to.

usage: make_bundled.py OUTPUT FOLDER DEPFILE MAKE_IMAGES
"""
import os
import subprocess
import sys
import tempfile
import zlib

LINE = 64  # bytes in one piece of a C string


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


def read(path):
    with open(path, "rb") as file:
        return file.read()


def make_images(program, modules):
    """The images of all modules, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        images = [os.path.join(folder, str(i)) for i in range(len(modules))]
        arguments = [word for (name, _, path), image in zip(modules, images) for word in (name, path, image)]
        subprocess.run([program, *arguments], check=True)
        return [read(image) for image in images]


def packed(data, known=b""):
    """Its length, the length packed by deflate without a header, and that as a C string. known: what it may refer to."""
    work = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, known[:1 << 15])
    data, length = work.compress(data) + work.flush(), len(data)
    pieces = (data[start:start + LINE] for start in range(0, len(data), LINE))
    return "%d, %d,\n    %s" % (length, len(data), "\n    ".join(map(quote, pieces)))


def quote(piece):
    return '"%s"' % "".join("\\%03o" % byte for byte in piece)


def main(output, folder, depfile, program):
    modules = sorted(find_modules(folder))
    images = make_images(program, modules)
    with open(output, "w", encoding="ascii") as out:
        for (name, package, path), image in zip(modules, images):
            text = packed(read(path), image)
            out.write('BUNDLED("%s", %s, %s,\n    %s)\n' % (name, str(package).lower(), text, packed(image)))
    with open(depfile, "w", encoding="utf-8") as out:
        paths = [folder] + [base for base, _, _ in os.walk(folder)] + [path for _, _, path in modules]
        out.write("%s: %s\n" % (output, " ".join(path.replace(" ", "\\ ") for path in paths)))


if __name__ == "__main__":
    main(*sys.argv[1:])
