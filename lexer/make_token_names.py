"""Writes token_names.h, the grammar's spelling of each token, from lemon's list of numbers.

usage: make_token_names.py TOKEN_KINDS OUTPUT
"""

import re
import sys


def main(kinds, output):
    with open(kinds, encoding="ascii") as text:
        tokens = re.findall(r"^#define\s+TK_(\w+)\s+(\d+)", text.read(), re.MULTILINE)
    with open(output, "w", encoding="ascii") as out:
        out.write("/* Made by lexer/make_token_names.py from token_kinds.h. */\n\n")
        out.write(f"static const char *const token_names[{len(tokens) + 1}] = {{\n")
        out.write('    [0] = "END",\n')
        for name, number in tokens:
            out.write(f'    [{number}] = "{name}",\n')
        out.write("};\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
