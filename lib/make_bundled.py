"""Writes bundled.h: the table of the modules under lib/py, with the text of each and for some what it compiles to, and what
these are packed behind: PHRASES, which stand in many modules (make_phrases.py).

usage: make_bundled.py OUTPUT FOLDER DEPFILE MAKE_IMAGES PHRASES
"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../runtime/base"))
from pack import c_string, packed_behind

# What enum, typing, collections, contextlib, functools and json are made of is compiled now, since many programs and modules
# import these. An image takes more room than the text it stands beside, and saves a program 3.5 microseconds a line: at most
# 2 milliseconds for a module that is not here.
COMPILED = frozenset("""
_collections_abc _collections_abilities _enum_body _typing_aliases _typing_functions abc bisect collections
collections._counter collections.abc contextlib dataclasses enum functools heapq io json json.decoder json.encoder operator os
posixpath stat types typing
""".split())


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
    """The images of the modules that have one, by name."""
    with tempfile.TemporaryDirectory() as folder:
        images = {name: (path, os.path.join(folder, name)) for name, _, path in modules if name in COMPILED}
        subprocess.run([program, *(word for name, paths in images.items() for word in (name, *paths))], check=True)
        return {name: read(image) for name, (_, image) in images.items()}


def main(output, folder, depfile, program, phrases):
    modules = sorted(find_modules(folder))
    images = make_images(program, modules)
    phrases = read(phrases)
    with open(output, "w", encoding="ascii") as out:
        out.write("static const UnpackPhrases phrases = {\n    %s, %d};\n\n" % (c_string(phrases), len(phrases)))
        out.write("static const BundledModule modules[] = {\n")
        for name, package, path in modules:
            text, image = read(path), images.get(name, b"")
            row = (name, packed_behind(phrases, image + text), len(image), len(text), str(package).lower())
            out.write('    {"%s",\n    %s,\n    %d, %d, %s},\n' % row)
        out.write("};\n")
    with open(depfile, "w", encoding="utf-8") as out:
        paths = [folder] + [base for base, _, _ in os.walk(folder)] + [path for _, _, path in modules]
        out.write("%s: %s\n" % (output, " ".join(path.replace(" ", "\\ ") for path in paths)))


if __name__ == "__main__":
    main(*sys.argv[1:])
