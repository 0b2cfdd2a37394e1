"""Writes docs.h: the texts of DOC("...") in the C sources, packed, and a check that their keys differ (doc.h).

usage: make_docs.py OUTPUT DEPFILE FOLDER...
"""
import ast
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "base"))
from pack import packed

LITERALS = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
DOC = re.compile(r"\bDOC\(\s*(%s)\)" % LITERALS)


def find_sources(folders):
    """The folders with sources, and the sources."""
    walked = [(base, files) for folder in folders for base, _, files in os.walk(folder)]
    paths = (os.path.join(base, file) for base, files in walked for file in files
             if file.endswith((".c", ".h", ".def")) and file != "doc.h")
    return [base for base, _ in walked], sorted(paths)


def find_texts(paths):
    """Each text once, as bytes -> how C writes it."""
    texts = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        found = DOC.findall(source)
        if len(found) != source.count("DOC("):
            sys.exit("%s: a DOC is not made of literals" % path)
        for literals in found:
            texts[ast.literal_eval("(%s)" % literals).encode()] = " ".join(literals.split("\n"))
    return texts


def main(output, depfile, *folders):
    bases, paths = find_sources(folders)
    texts = find_texts(paths)
    joined = b"".join(text + b"\0" for text in texts)
    with open(output, "w", encoding="utf-8") as out:
        out.write("enum { DOCS_LENGTH = %d };\nstatic const char docs[] =\n    %s;\n" % (len(joined), packed(joined)))
        out.write("\n#ifdef __clang__ /* gcc takes no characters of a literal in a case */\n")
        out.write("static inline void no_two_have_one_key(Doc doc) {\n    switch (doc) {\n    case 0:\n")
        out.writelines("    case DOC(%s):\n" % literals for literals in texts.values())
        out.write("        break;\n    }\n}\n#endif\n")
    with open(depfile, "w", encoding="utf-8") as out:
        out.write("%s: %s\n" % (output, " ".join(path.replace(" ", "\\ ") for path in bases + paths)))


if __name__ == "__main__":
    main(*sys.argv[1:])
