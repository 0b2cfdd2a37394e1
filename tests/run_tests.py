"""Runs the tests: every file that is found is one. Used by ./dev; see README.md for how to add a test.

Kinds:
  unit       an executable that the build made of tests/unit/test_*.c
  lang       tests/lang/<topic>/<behaviour>.py beside .out (and, when it ends in an exception, .err: its last line)
  documents  samples/**/<name>.py beside .out; .before .after .steps .prompt: see run_document
  errors     tests/errors/<name>.py beside .err: what the front end says of a wrong program;
             each case of the families in tests/errors/corpus: see corpus.py
  cli        tests/cli/<name>.sh beside .out: a shell script that calls $OURO; its output and exit status
  refused    with --kind refused: each of lang and documents again, one allocation after the other being refused
  static     what needs no build: the floors of includes, what ownership must refuse (only with --static)
"""

import argparse
import concurrent.futures
import difflib
import functools
import os
import re
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parent.parent
PROGRAM_KINDS = ("lang", "documents")


class Case:
    def __init__(self, kind, path, run, part=""):
        self.kind, self.path, self.run = kind, path, run
        self.name = str(path.relative_to(ROOT)) if path.is_absolute() and path.is_relative_to(ROOT) else str(path)
        self.name += part and f"/{part}"


class Failure(Exception):
    pass


def environment():
    env = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    env |= {"OURO_LIVE": "1", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    env.setdefault("ASAN_OPTIONS", "detect_leaks=1:abort_on_error=0:detect_stack_use_after_return=0:allocator_may_return_null=1")
    env.setdefault("UBSAN_OPTIONS", "print_stacktrace=1:halt_on_error=1")
    return env


def execute(command, timeout, stdin=b"", cwd=ROOT, env=None):
    """Runs a command. What it prints shows files of its folder by their names alone."""
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=timeout, cwd=cwd, env=env or environment())
    except subprocess.TimeoutExpired:
        raise Failure(f"took more than {timeout} s") from None
    folder = f"{cwd}/".encode()
    done.stdout, done.stderr = done.stdout.replace(folder, b""), done.stderr.replace(folder, b"")
    return done


def text(data):
    return data.decode("utf-8", "backslashreplace")


def compare(what, expected, got):
    if expected == got:
        return
    lines = difflib.unified_diff(expected.splitlines(True), got.splitlines(True), f"expected {what}", f"printed {what}")
    raise Failure("".join(line if line.endswith("\n") else line + "\n\\ no newline at the end\n" for line in lines))


def matches(what, expected, got):
    """As compare, but a line of expected that starts with 're:' is a pattern."""
    want, have = expected.splitlines(), got.splitlines()
    if len(want) == len(have) and all(
        re.fullmatch(w[3:], h) if w.startswith("re:") else w == h for w, h in zip(want, have)
    ):
        return
    compare(what, expected, got)


def check_end(done, expect_error):
    """A program ends with status 0 and says nothing on stderr, unless an exception is expected."""
    if done.returncode < 0:
        raise Failure(f"killed by signal {-done.returncode}\n{text(done.stderr)}")
    errors = text(done.stderr)
    if "ERROR: AddressSanitizer" in errors or "runtime error:" in errors or "objects are still alive" in errors or "LeakSanitizer" in errors:
        raise Failure(errors[-6000:])
    errors = re.sub(r"^\S+:\d+: SyntaxWarning: .*\n(  .*\n)?", "", errors, flags=re.M)
    errors = re.sub(r"^==\d+==WARNING: AddressSanitizer failed to allocate .*\n", "", errors, flags=re.M)
    if expect_error is None and (done.returncode or errors):
        raise Failure(f"exit status {done.returncode}\n{errors[-4000:]}")


def last_line(data):
    lines = text(data).rstrip("\n").split("\n")
    return lines[-1]


def run_lang(options, path):
    done = execute([options.ouro, path.name], options.timeout, cwd=path.parent)
    error = path.with_suffix(".err")
    check_end(done, error.exists() or None)
    compare("output", path.with_suffix(".out").read_text(), text(done.stdout))
    if error.exists():
        compare("last line of stderr", error.read_text().rstrip("\n").split("\n")[-1], last_line(done.stderr))


# Runs pieces of text in one namespace, each under its own file name and line numbers.
DRIVER = """
import sys
namespace = {'__name__': '__main__', '__builtins__': __builtins__, '__file__': %(file)r}
for name, first_line, code in %(pieces)r:
    exec(compile('\\n' * (first_line - 1) + code, name, 'exec'), namespace)
"""


def pieces_of(path):
    """The program with what runs around it: [(file name, first line, text)]."""
    program, name = path.read_text(), path.name
    before, after, steps = (path.with_suffix(s) for s in (".before", ".after", ".steps"))
    pieces = [(before.name, 1, before.read_text())] if before.exists() else []
    if not steps.exists():
        pieces.append((name, 1, program))
    else:  # blocks headed by "@ LINE": what follows runs after that line of the program
        lines, done = program.splitlines(True), 0
        for block in re.split(r"^@ ", steps.read_text(), flags=re.M)[1:]:
            number, code = block.split("\n", 1)
            pieces.append((name, done + 1, "".join(lines[done : int(number)])))
            pieces.append((steps.name, 1, code))
            done = int(number)
        pieces.append((name, done + 1, "".join(lines[done:])))
    if after.exists():
        pieces.append((after.name, 1, after.read_text()))
    return pieces


def run_document(options, path):
    """The program as it stands prints .out. With .before, .after or .steps it also runs with these, printing .shows.
    .prompt holds what the prompt prints when the program is typed in."""
    out, shows, prompt, error = (path.with_suffix(s) for s in (".out", ".shows", ".prompt", ".err"))
    done = execute([options.ouro, path.name], options.timeout, cwd=path.parent)
    check_end(done, error.exists() or None)
    matches("output", out.read_text(), text(done.stdout).replace(f"{path.parent}/", ""))
    if error.exists():
        compare("last line of stderr", error.read_text().rstrip("\n"), last_line(done.stderr))
    if shows.exists():
        driver = DRIVER % {"file": path.name, "pieces": pieces_of(path)}
        done = execute([options.ouro, "-"], options.timeout, driver.encode(), cwd=path.parent)
        check_end(done, None)
        matches("what it shows", shows.read_text(), text(done.stdout))
    if prompt.exists():
        typed = re.sub(r"\n\n(?=\S)", "\n", path.read_text())
        done = execute([options.ouro, "-i", "-q"], options.timeout, typed.encode(), cwd=path.parent)
        shown = text(done.stdout).replace(">>> ", "").replace("... ", "")
        matches("at the prompt", prompt.read_text(), shown.rstrip("\n") + "\n")


def run_error(options, path):
    done = execute([options.ouro, path.name], options.timeout, cwd=path.parent)
    check_end(done, True)
    expected, errors = path.with_suffix(".err").read_text(), text(done.stderr).replace(f"{path.parent}/", "")
    start = errors.find("  File ")
    first = expected.find("  File ")
    if first < 0:
        compare("last line of stderr", expected.rstrip("\n").split("\n")[-1], last_line(done.stderr))
    else:
        compare("stderr", expected[first:], errors[max(start, 0) :])


def run_wrong(wrong, options, path):
    """A case of the corpus prints what CPython prints, or what its note says; the note goes when it is no longer true."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / corpus.FILE_NAME).write_bytes(wrong.program)
        done = execute([options.ouro, *wrong.arguments], options.timeout, cwd=folder)
    check_end(done, True)
    got = corpus.printed(done)
    if wrong.reason is not None and got == wrong.expected:
        raise Failure("prints what CPython prints: remove the note")
    compare("stderr", wrong.expected if wrong.reason is None else wrong.ouro, got)


def find_wrong():
    """The cases of the corpus; and whether each is one where Ouro says what CPython says."""
    for path in sorted(corpus.FOLDER.glob("*.txt")):
        for wrong in corpus.read(path):
            case = Case("errors", path, functools.partial(run_wrong, wrong), wrong.name)
            case.same = wrong.reason is None
            yield case


def run_cli(options, path):
    env = {**environment(), "OURO": str(options.ouro)}
    with tempfile.TemporaryDirectory() as folder:
        done = execute(["bash", str(path)], options.timeout, cwd=folder, env=env)
    check_end(done, True)
    matches("output", path.with_suffix(".out").read_text(), text(done.stdout))
    if done.returncode:
        raise Failure(f"exit status {done.returncode}\n{text(done.stderr)}")


REFUSALS = 10  # runs of each program


def run_refused(options, path):
    """Whichever allocation is refused, the program ends in order: an exception at worst, nothing left behind. Which ones
    are refused depends on the program's name, so that all of the programs together try many."""
    step = 1.9 + 0.8 * (zlib.crc32(path.name.encode()) % 1000) / 1000
    for number in sorted({round(step**power) for power in range(REFUSALS)}):
        env = {**environment(), "OURO_FAIL": str(number)}
        done = execute([options.ouro, path.name], options.timeout, cwd=path.parent, env=env)
        try:
            check_end(done, True)
            if done.returncode not in (0, 1, 120):  # 120: the last flush of stdout was refused, and said so
                raise Failure(f"exit status {done.returncode}\n{text(done.stderr)[-4000:]}")
        except Failure as failure:
            raise Failure(f"OURO_FAIL={number}: {failure}") from None


def run_unit(options, path):
    done = execute([path], options.timeout)
    if done.returncode:
        raise Failure(text(done.stdout + done.stderr)[-6000:])


def run_static(options, path):
    done = execute([sys.executable, path], options.timeout)
    if done.returncode:
        raise Failure(text(done.stdout + done.stderr)[-6000:])


def find(options):
    cases = []
    if options.static:
        cases += [Case("static", p, run_static) for p in sorted((ROOT / "tests" / "static").glob("*.py"))]
    units = [p for p in sorted((options.units / "tests").glob("test_*")) if p.is_file() and os.access(p, os.X_OK)]
    cases += [Case("unit", p, run_unit) for p in units]
    cases += [Case("documents", p, run_document) for p in sorted((ROOT / "samples").rglob("*.py")) if p.with_suffix(".out").exists()]
    cases += [Case("lang", p, run_lang) for p in sorted((ROOT / "tests" / "lang").rglob("*.py")) if p.with_suffix(".out").exists()]
    cases += [Case("errors", p, run_error) for p in sorted((ROOT / "tests" / "errors").rglob("*.py")) if p.with_suffix(".err").exists()]
    cases += find_wrong()
    cases += [Case("cli", p, run_cli) for p in sorted((ROOT / "tests" / "cli").glob("*.sh"))]
    if options.kind == "refused":
        return [Case("refused", c.path, run_refused) for c in chosen(options, cases) if c.kind in PROGRAM_KINDS]
    if options.kind:
        kinds = PROGRAM_KINDS if options.kind == "programs" else (options.kind,)
        cases = [c for c in cases if c.kind in kinds]
    return chosen(options, cases)


def chosen(options, cases):
    return [c for c in cases if not options.names or any(n in c.name for n in options.names)]


def attempt(options, case):
    try:
        case.run(options, case.path)
    except Failure as failure:
        return str(failure)
    except Exception as problem:  # a broken test fails, the others go on
        return f"{type(problem).__name__}: {problem}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--units", type=Path, help="the build that has the unit tests, when it is another one")
    parser.add_argument("--static", action="store_true", help="also check the sources")
    parser.add_argument("--kind")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--timeout", type=float, default=120)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    os.umask(0o022)
    sys.stdout.reconfigure(errors="backslashreplace")
    options.build = options.build.resolve()
    options.units = (options.units or options.build).resolve()
    options.ouro = options.build / "ouro"
    cases = find(options)
    command = {"release": "test"}.get(options.build.name, options.build.name)
    if os.environ.get("OURO_STRESS"):
        command = "stress"
    if options.kind == "refused":
        command = "refuse"
    started, failed, live, same = time.monotonic(), 0, sys.stdout.isatty(), 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = zip(cases, pool.map(lambda case: attempt(options, case), cases))
        for number, (case, failure) in enumerate(results, 1):
            if live:
                print(f"\r\x1b[K{number}/{len(cases)} {case.name}", end="", flush=True)
            elif number % 100 == 0:
                print(f"{number}/{len(cases)}", flush=True)
            same += not failure and getattr(case, "same", False)
            if failure:
                failed += 1
                print(f"{chr(13) if live else ''}FAILED {case.name}\n{failure.rstrip()}\nagain: ./dev {command} {case.name}\n", flush=True)
    print(("\r\x1b[K" if live else "") + f"{time.monotonic() - started:.1f} s on {options.build.name}")
    if wrong := sum(hasattr(case, "same") for case in cases):
        print(f"{same} of {wrong} wrong programs are reported in CPython's words, {100 * same / wrong:.1f} in 100")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
