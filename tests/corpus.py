"""The corpus of wrong programs: tests/errors/corpus/<family>.txt.

A family is a text of cases, each of them the wrong program and what CPython 3.13 prints on standard error:

    === NAME
    the program
    ---
    what CPython prints

Where Ouro says something else, on purpose or not yet the same, a last part says why and what it says:

    --- ouro: REASON
    what Ouro prints

NAME may end in "(expression)": the program is the value of that Python expression, text or bytes, without a newline added;
and in "(-W ACTION)": it runs with that option. The file is called case.py. tests/expect.py fills in CPython's part.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "errors" / "corpus"
FILE_NAME = "case.py"
HEAD = re.compile(r"^=== (.*)\n", re.M)
OURO = re.compile(r"^--- ouro: (.*)\n", re.M)
OPTIONS = re.compile(r"\((-W \S+)\)$")


@dataclass
class Wrong:
    name: str  # what is wrong, unique in its family
    text: str  # the program, as it stands in the corpus
    expected: str | None = None  # what CPython prints; None before it was asked
    reason: str | None = None  # why Ouro prints something else
    ouro: str | None = None  # what Ouro prints then

    @property
    def program(self):
        if not self.name.endswith("(expression)"):
            return self.text.encode()
        value = eval(self.text, {"__builtins__": {"range": range}})
        return value if isinstance(value, bytes) else value.encode()

    @property
    def arguments(self):
        options = OPTIONS.search(self.name)
        return (options[1].split() if options else []) + [FILE_NAME]


def read(path):
    cases = []
    pieces = HEAD.split(path.read_text("utf-8"))[1:]
    for name, body in zip(pieces[::2], pieces[1::2]):
        case = Wrong(name, body)
        if found := OURO.search(body):
            case.reason, case.ouro, body = found[1], body[found.end() :], body[: found.start()]
        case.text, answered, expected = body.partition("\n---\n")
        if answered:
            case.text, case.expected = case.text + "\n", expected
        cases.append(case)
    return cases


def write(path, cases):
    parts = []
    for case in cases:
        parts.append(f"=== {case.name}\n{case.text}")
        if case.expected is not None:
            parts.append(f"---\n{case.expected}")
        if case.reason is not None:
            parts.append(f"--- ouro: {case.reason}\n{case.ouro}")
    path.write_text("".join(parts), "utf-8")


def printed(done):
    """What a finished process printed on standard error, as the corpus holds it."""
    text = done.stderr.decode("utf-8", "backslashreplace")
    text = re.sub(r'(?<=File ")[^"\n]*/(?=case\.py")', "", text)
    text = re.sub(r"(?<= in file )\S*/(?=case\.py)", "", text)
    return re.sub(r"^/\S*/(?=case\.py:)", "", text, flags=re.M)
