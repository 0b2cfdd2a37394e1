"""Writes codec_tables.h: the encodings of one byte a character that extend ASCII, as this Python knows them, packed.

usage: make_codec_tables.py OUTPUT
"""
import codecs
import encodings
import encodings.aliases
import importlib
import os
import pkgutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "base"))
from pack import packed

ASCII = bytes(range(128))
HIGH = [bytes([byte]) for byte in range(128, 256)]
HOLE = "\ufffe"


def is_table(module):
    """Whether its codec has a table, and ASCII is the same in it both ways. ascii and latin-1 need no table."""
    name = module.rpartition(".")[2]
    return (hasattr(importlib.import_module(module), "decoding_table") and name not in ("ascii", "latin_1", "iso8859_1")
            and ASCII.decode(name, "replace") == ASCII.decode() and ASCII.decode().encode(name) == ASCII)


def character(byte, name):
    decoded = byte.decode(name, "ignore")
    return ord(decoded or HOLE)


def main():
    modules = [m.name for m in pkgutil.iter_modules(encodings.__path__) if m.name not in ("mbcs", "oem")]
    names = [name for name in modules if is_table("encodings." + name)]
    tables = [[character(byte, name) for byte in HIGH] for name in names]
    low = bytes(c & 255 for table in tables for c in table)
    high = bytes(c >> 8 for table in tables for c in table)
    texts = []
    for name in names:
        aliases = sorted(alias for alias, of in encodings.aliases.aliases.items() if of == name and alias != name)
        texts.append(" ".join([codecs.lookup(name).name, name, *aliases, ""]) + "\0")
    text = "".join(texts).encode()
    with open(sys.argv[1], "w") as out:
        out.write(f"enum {{ CODEC_TABLE_COUNT = {len(names)}, CODEC_NAMES_LENGTH = {len(text)} }};\n"
                  f"static const char packed_tables[] =\n    {packed(low + high + text)};\n")


main()
