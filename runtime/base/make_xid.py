"""Writes xid_table.h: which code points start or continue an identifier, and which are printable.

usage: make_xid.py DIRECTORY_OF_UNICODE_DATA OUTPUT

A property is a bitmap, cut into pages of 256 code points. Equal pages are stored once: page i of the three bitmaps
belongs to every block of 256 code points whose entry in xid_page_of is i.
"""

import sys
from pathlib import Path

CODES = 0x110000
PAGE = 256

# What Unicode 15.1, which Python 3.13 follows, adds to the 15.0 of the package.
IDEOGRAPHS_I = range(0x2EBF0, 0x2EE5E)
ADDED = {
    "xid_start": [*IDEOGRAPHS_I],
    "xid_continue": [*IDEOGRAPHS_I, 0x200C, 0x200D, 0x30FB, 0xFF65],
    "xid_printable": [*IDEOGRAPHS_I, *range(0x2FFC, 0x3000), 0x31EF],
}


def code_range(field):
    first, _, last = field.strip().partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def derived_property(directory, name):
    bits = bytearray(CODES)
    for line in (directory / "DerivedCoreProperties.txt").read_text(encoding="utf-8").splitlines():
        fields = line.partition("#")[0].split(";")
        if len(fields) == 2 and fields[1].strip() == name:
            for code in code_range(fields[0]):
                bits[code] = 1
    return bits


def printable(directory):
    """Unassigned, control, format, surrogate, private-use and separator characters are not printable."""
    bits = bytearray(CODES)
    first = 0
    for line in (directory / "UnicodeData.txt").read_text(encoding="utf-8").splitlines():
        number, name, category = line.split(";")[:3]
        code = int(number, 16)
        if name.endswith(", First>"):
            first = code
            continue
        codes = range(first, code + 1) if name.endswith(", Last>") else (code,)
        if category[0] not in "CZ":
            for each in codes:
                bits[each] = 1
    bits[ord(" ")] = 1
    return bits


def words(bits):
    return tuple(sum(bits[at + i] << i for i in range(32)) for at in range(0, PAGE, 32))


def write_pages(out, name, pages):
    out.write(f"static const uint32_t {name}[{len(pages)}][8] = {{\n")
    for page in pages:
        out.write("    {" + ", ".join(f"0x{word:X}u" for word in page) + "},\n")
    out.write("};\n\n")


def main(directory, output):
    directory = Path(directory)
    properties = {
        "xid_start": derived_property(directory, "XID_Start"),
        "xid_continue": derived_property(directory, "XID_Continue"),
        "xid_printable": printable(directory),
    }
    for name, codes in ADDED.items():
        for code in codes:
            properties[name][code] = 1
    numbers = {}
    page_of = []
    for begin in range(0, CODES, PAGE):
        page = tuple(words(bits[begin : begin + PAGE]) for bits in properties.values())
        page_of.append(numbers.setdefault(page, len(numbers)))
    assert len(numbers) <= 256

    with open(output, "w", encoding="ascii") as out:
        out.write("/* Made by runtime/base/make_xid.py from the Unicode character database. */\n\n")
        out.write("#include <stdint.h>\n\n")
        for index, name in enumerate(properties):
            write_pages(out, name, [page[index] for page in numbers])
        out.write(f"static const uint8_t xid_page_of[{len(page_of)}] = {{\n")
        for at in range(0, len(page_of), 24):
            out.write("    " + ", ".join(map(str, page_of[at : at + 24])) + ",\n")
        out.write("};\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
