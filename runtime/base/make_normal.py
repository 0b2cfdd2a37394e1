"""Writes normal_tables.h: decompositions, combining classes and compositions of code points, packed.

usage: make_normal.py DIRECTORY_OF_UNICODE_DATA OUTPUT

The packed bytes are the members of NormalTables (normal.c), one after the other.
"""

import struct
import sys
from pathlib import Path

from pack import packed

COMPATIBLE = 1 << 31  # beside the code point: only NFKC and NFKD take it apart


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if fields[0]:
            yield fields


def excluded(directory):
    """Code points that no composition makes."""
    codes = set()
    for fields in rows(directory / "DerivedNormalizationProps.txt"):
        if fields[1] == "Full_Composition_Exclusion":
            first, _, last = fields[0].partition("..")
            codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return codes


def read(directory):
    """Decompositions (code, compatible, parts) and combining classes (code, class), in order."""
    parts_of, classes = [], []
    for fields in rows(directory / "UnicodeData.txt"):
        code, combining, mapping = int(fields[0], 16), int(fields[3]), fields[5].split()
        if combining:
            classes.append((code, combining))
        if mapping:
            compatible = mapping[0].startswith("<")
            parts_of.append((code, compatible, [int(part, 16) for part in mapping[compatible:]]))
    return parts_of, classes


def main(directory, output):
    directory = Path(directory)
    parts_of, classes = read(directory)
    barred = excluded(directory)
    composed = [i for i, (code, compatible, _) in enumerate(parts_of) if not compatible and code not in barred]
    composed.sort(key=lambda i: parts_of[i][2])
    codes = [code | COMPATIBLE * compatible for code, compatible, _ in parts_of]
    parts, ends = [], []
    for _, _, sequence in parts_of:
        parts += sequence
        ends.append(len(parts))
    classes = [code << 8 | combining for code, combining in classes]
    words, halves = codes + parts + classes, ends + composed
    data = struct.pack(f"={len(words)}I{len(halves)}H", *words, *halves)
    data += bytes(-len(data) % 4)  # as the structure ends
    with open(output, "w", encoding="ascii") as out:
        out.write("/* Made by runtime/base/make_normal.py from the Unicode character database. */\n\nenum {\n")
        for name, items in ("CODES", codes), ("PARTS", parts), ("CLASSES", classes), ("COMPOSED", composed):
            out.write(f"    NORMAL_{name} = {len(items)},\n")
        out.write(f"}};\n\nstatic const char normal_tables[] =\n    {packed(data)};\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
