"""Writes bundled.h: a row BUNDLED(name, package, ...) for each module under lib/py, with its text and what it compiles to.

usage: make_bundled.py OUTPUT FOLDER DEPFILE MAKE_IMAGES
"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../runtime/base"))
from pack import packed


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


def main(output, folder, depfile, program):
    modules = sorted(find_modules(folder))
    images = make_images(program, modules)
    with open(output, "w", encoding="ascii") as out:
        for (name, package, path), image in zip(modules, images):
            text = read(path)
            row = (name, str(package).lower(), len(image), len(text), packed(image + text))
            out.write('BUNDLED("%s", %s, %d, %d,\n    %s)\n' % row)
    with open(depfile, "w", encoding="utf-8") as out:
        paths = [folder] + [base for base, _, _ in os.walk(folder)] + [path for _, _, path in modules]
        out.write("%s: %s\n" % (output, " ".join(path.replace(" ", "\\ ") for path in paths)))


if __name__ == "__main__":
    main(*sys.argv[1:])
