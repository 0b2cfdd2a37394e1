"""Writes ucd_tables.h: what the Unicode character database says about each code point, and the names.

usage: make_ucd.py DIRECTORY_OF_UNICODE_DATA OUTPUT

Properties: each distinct set of them is a record; a code point leads by a table of pages and one of blocks to its record.
Simple case mappings stand in a table of their own, which records share: what is lower by 32 is so in many scripts.

Names stand in the order of their code points, aliases behind them, front-coded and packed. After every PER_BLOCK names one
is written in full, so that finding the name of a code point reads no more than those.
"""

import bz2
import struct
import sys
from os.path import commonprefix
from pathlib import Path

from pack import packed

CODES = 0x110000
BLOCK_BITS = 3  # code points of a block
PAGE_BITS = 5  # blocks of a page
PER_BLOCK = 64

CATEGORIES = "Cn Cc Cf Cs Co Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp".split()
FLAGS = "ALPHA LOWER UPPER TITLE CASED CASE_IGNORABLE SPACE DECIMAL DIGIT NUMERIC XID_START XID_CONTINUE PRINTABLE".split()

# What Unicode 15.1 (CPython 3.13) adds to 15.0: first, last, category, name or its beginning.
ADDED = [
    (0x2EBF0, 0x2EE5D, "Lo", "CJK UNIFIED IDEOGRAPH-"),
    (0x2FFC, 0x2FFC, "So", "IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM RIGHT"),
    (0x2FFD, 0x2FFD, "So", "IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM LOWER RIGHT"),
    (0x2FFE, 0x2FFE, "So", "IDEOGRAPHIC DESCRIPTION CHARACTER HORIZONTAL REFLECTION"),
    (0x2FFF, 0x2FFF, "So", "IDEOGRAPHIC DESCRIPTION CHARACTER ROTATION"),
    (0x31EF, 0x31EF, "So", "IDEOGRAPHIC DESCRIPTION CHARACTER SUBTRACTION"),
]

ADDED_NUMBERS = [0x4E24, 0x4EAC, 0x4FE9, 0x5006, 0x5146, 0x62D0, 0x6D1E, 0x7695, 0x79ED, 0x920E, 0x94A9]

ADDED_TO_IDENTIFIERS = [0x200C, 0x200D, 0x30FB, 0xFF65]

# Names of ranges that UnicodeData.txt gives as First and Last; the code point in hexadecimal follows.
# CPython knows no names of Tangut ideographs.
RANGE_NAMES = {"CJK Ideograph": "CJK UNIFIED IDEOGRAPH-"}


def rows(path):
    """The fields of each line of a file of the database, without comments."""
    opener = bz2.open if path.suffix == ".bz2" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            fields = [field.strip() for field in line.partition("#")[0].split(";")]
            if fields[0]:
                yield fields


def code_range(field):
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def points(field):
    return tuple(int(code, 16) for code in field.split())


class Character:
    """What the tables say of one code point."""

    def __init__(self):
        self.category = "Cn"
        self.flags = set()
        self.lower = self.upper = self.title = self.fold = None  # simple mapping: a code point
        self.full = {}  # kind of mapping -> several code points
        self.digit = -1

    def record(self, code, specials, shifts):
        def delta(other):
            return 0 if other is None else other - code

        bits = sum(1 << FLAGS.index(flag) for flag in self.flags)
        special = 0
        if self.full:
            mapping = tuple(
                self.full.get(kind) or ((getattr(self, kind) or code),) for kind in ("lower", "upper", "title", "fold")
            )
            special = specials.setdefault(mapping, len(specials) + 1)
        fold = self.fold if self.fold is not None else self.lower
        shift = (delta(self.lower), delta(self.upper), delta(self.title), delta(fold))
        return (
            bits,
            CATEGORIES.index(self.category),
            self.digit,
            special,
            shifts.setdefault(shift, len(shifts)),
        )


def read_unicode_data(directory, characters, names, ranges):
    begin = None
    for fields in rows(directory / "UnicodeData.txt"):
        code, name, category, bidi = int(fields[0], 16), fields[1], fields[2], fields[4]
        if name.endswith(", First>"):
            begin = code
            continue
        codes = [code]
        if name.endswith(", Last>"):
            codes = range(begin, code + 1)
            prefix = next((RANGE_NAMES[key] for key in RANGE_NAMES if name[1:].startswith(key)), None)
            if prefix:
                ranges.append((begin, code, prefix))
        elif not name.startswith("<"):
            names[code] = name
        for each in codes:
            describe(characters[each], fields, category, bidi)


def describe(character, fields, category, bidi):
    character.category = category
    if category in ("Lu", "Ll", "Lt", "Lm", "Lo"):
        character.flags.add("ALPHA")
    if category == "Lt":
        character.flags.add("TITLE")
    if bidi in ("WS", "B", "S") or category == "Zs":
        character.flags.add("SPACE")
    if fields[6]:
        character.flags.add("DECIMAL")
    if fields[7]:
        character.flags.add("DIGIT")
        character.digit = int(fields[7])
    if fields[8]:
        character.flags.add("NUMERIC")
    for kind, field in (("upper", fields[12]), ("lower", fields[13]), ("title", fields[14])):
        if field:
            setattr(character, kind, int(field, 16))


def read_wide(directory):
    """Ranges of characters that take two columns."""
    wide = []
    for fields in rows(directory / "EastAsianWidth.txt"):
        if fields[1] in "WF":
            codes = code_range(fields[0])
            if wide and wide[-1][1] == codes[0] - 1:
                wide[-1] = (wide[-1][0], codes[-1])
            else:
                wide.append((codes[0], codes[-1]))
    return wide


def read_added(characters, names, ranges):
    for first, last, category, name in ADDED:
        for code in range(first, last + 1):
            characters[code].category = category
            if category == "Lo":
                characters[code].flags |= {"ALPHA", "XID_START", "XID_CONTINUE"}
        if name.endswith("-"):
            ranges.append((first, last, name))
        else:
            names[first] = name


def read_derived(directory, characters):
    flags = {"Lowercase": "LOWER", "Uppercase": "UPPER", "Cased": "CASED", "Case_Ignorable": "CASE_IGNORABLE",
             "XID_Start": "XID_START", "XID_Continue": "XID_CONTINUE"}
    for fields in rows(directory / "DerivedCoreProperties.txt"):
        if fields[1] in flags:
            for code in code_range(fields[0]):
                characters[code].flags.add(flags[fields[1]])
    for code in ADDED_TO_IDENTIFIERS:
        characters[code].flags.add("XID_CONTINUE")
    for code, character in enumerate(characters):
        if character.category[0] not in "CZ" or code == ord(" "):
            character.flags.add("PRINTABLE")


def read_case(directory, characters):
    for fields in rows(directory / "SpecialCasing.txt"):
        if len(fields) > 4 and fields[4]:
            continue  # depends on the language or on what stands around it
        character = characters[int(fields[0], 16)]
        for kind, field in (("lower", fields[1]), ("title", fields[2]), ("upper", fields[3])):
            mapping = points(field)
            if len(mapping) > 1:
                character.full[kind] = mapping
            elif mapping != (int(fields[0], 16),) or getattr(character, kind) is not None:
                setattr(character, kind, mapping[0])
    for fields in rows(directory / "CaseFolding.txt"):
        code = int(fields[0], 16)
        if fields[1] in "CF":
            mapping = points(fields[2])
            if len(mapping) > 1:
                characters[code].full["fold"] = mapping
            else:
                characters[code].fold = mapping[0]
    for code, character in enumerate(characters):
        if character.fold is None and character.lower is not None:
            # A capital whose folding is itself (Cherokee) keeps it.
            character.fold = character.lower if "UPPER" not in character.flags else code
        if code in range(0x13A0, 0x13F6):
            character.fold = code


def read_ideograph_numbers(directory, characters):
    with bz2.open(directory / "Unihan_NumericValues.txt.bz2", "rt", encoding="utf-8") as file:
        codes = [int(line.split("\t")[0][2:], 16) for line in file if line.startswith("U+")]
    for code in codes + ADDED_NUMBERS:
        characters[code].flags.add("NUMERIC")


def take_out_numbered(names, ranges):
    """Moves names that end in their own code point in hexadecimal to the ranges."""
    for code in sorted(names):
        suffix = f"-{code:04X}"
        if not names[code].endswith(suffix):
            continue
        prefix = names.pop(code)[: 1 - len(suffix)]
        if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == prefix:
            ranges[-1] = (ranges[-1][0], code, prefix)
        else:
            ranges.append((code, code, prefix))
    ranges.sort()


def front_coded(names):
    """Each name as a byte, 128 and how many characters it shares with the name before, and the characters behind those.
    Also returns the places of names that are written in full."""
    out, blocks, before = bytearray(), [], ""
    for i, name in enumerate(names):
        if i % PER_BLOCK == 0:
            blocks.append(len(out))
            before = ""
        shared = len(commonprefix((before, name)))
        out += bytes([128 + shared]) + name[shared:].encode("ascii")
        before = name
    return bytes(out) + b"\x80", blocks


class Writer:
    def __init__(self, out):
        self.out = out

    def array(self, kind, name, items, form=str):
        self.out.write(f"static const {kind} {name}[{len(items)}] = {{\n")
        line = "   "
        for item in items:
            text = f" {form(item)},"
            if len(line) + len(text) > 118:
                self.out.write(line + "\n")
                line = "   "
            line += text
        self.out.write(line + "\n};\n\n")

    def constants(self, family, names):
        self.out.write("enum {\n")
        for name, value in names:
            self.out.write(f"    {family}{name} = {value},\n")
        self.out.write("};\n\n")


def braces(items):
    return "{" + ", ".join(map(str, items)) + "}"


def stage(numbers, bits):
    """Cuts into pieces of 1 << bits: which piece stands at each place, and the pieces, each once, behind one another."""
    pieces, size = {}, 1 << bits
    places = [
        pieces.setdefault(tuple(numbers[begin : begin + size]), len(pieces)) for begin in range(0, len(numbers), size)
    ]
    return places, [number for piece in pieces for number in piece]


def write_properties(w, characters):
    specials, shifts, records = {}, {}, {}
    numbers = []
    for code, character in enumerate(characters):
        numbers.append(records.setdefault(character.record(code, specials, shifts), len(records)))
    block_of, in_blocks = stage(numbers, BLOCK_BITS)
    page_of, in_pages = stage(block_of, PAGE_BITS)
    w.constants("UCD_", [("BLOCK_BITS", BLOCK_BITS), ("PAGE_BITS", PAGE_BITS)])
    w.array("uint8_t", "ucd_pages", page_of)
    w.array("uint16_t", "ucd_blocks", in_pages)
    w.array("uint16_t", "ucd_records_of", in_blocks)
    w.array("UcdRecord", "ucd_records", list(records), braces)
    w.array("UcdShift", "ucd_shifts", list(shifts), braces)

    def special(mapping):
        return braces(braces(one + (0,) * (3 - len(one))) for one in mapping)

    w.array("UcdCase", "ucd_cases", [((0,),) * 4] + list(specials), special)


def write_names(w, names, aliases, ranges):
    codes = sorted(names)
    text, blocks = front_coded([names[code] for code in codes] + [name for name, _ in aliases])
    runs, count = [], 0
    for code in codes:
        if not runs or runs[-1][0] + count - runs[-1][1] != code:
            runs.append((code, count))
        count += 1
    sizes = {"NAMES": len(codes), "NAMES_PER_BLOCK": PER_BLOCK, "NAMES_LENGTH": len(text), "BLOCKS": len(blocks)}
    w.constants("UCD_", sizes.items())
    places = struct.pack(f"={len(blocks)}I", *blocks)
    w.out.write(f"static const char ucd_names[] =\n    {packed(places + text)};\n\n")
    w.array("UcdRun", "ucd_runs", runs, braces)
    w.array("uint32_t", "ucd_alias_codes", [code for _, code in aliases])
    w.array("UcdRange", "ucd_ranges", ranges, lambda r: braces((r[0], r[1], f'"{r[2]}"')))


def main(directory, output):
    directory = Path(directory)
    characters = [Character() for _ in range(CODES)]
    names, ranges = {}, []
    read_unicode_data(directory, characters, names, ranges)
    read_added(characters, names, ranges)
    read_derived(directory, characters)
    read_case(directory, characters)
    read_ideograph_numbers(directory, characters)
    names = {code: name for code, name in names.items() if not name.startswith("HANGUL SYLLABLE ")}
    take_out_numbered(names, ranges)
    aliases = [(fields[1], int(fields[0], 16)) for fields in rows(directory / "NameAliases.txt")]
    with open(output, "w", encoding="ascii") as out:
        out.write("/* Made by runtime/base/make_ucd.py from the Unicode character database. */\n\n")
        w = Writer(out)
        out.write("#ifdef UCD_PROPERTIES\n\n")
        write_properties(w, characters)
        w.array("UcdWide", "ucd_wide", read_wide(directory), braces)
        out.write("#endif\n\n#ifdef UCD_NAMES_TABLES\n\n")
        write_names(w, names, aliases, ranges)
        out.write("#endif\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
