# A program that compiles text without a file puts its lines into linecache.cache; tracebacks show them.
import linecache
import sys
import traceback


def run(text):
    linecache.cache["<cell>"] = len(text), None, text.splitlines(True), "<cell>"
    try:
        exec(compile(text, "<cell>", "exec"), {})
    except Exception:
        traceback.print_exc(file=sys.stdout)


run("def f(x):\n    return 1 + x['a']['b']\nf({'a': {}})\n")
run("é = [1, 2]\né[5]")
linecache.checkcache()
print(linecache.getline("<cell>", 2))
print(linecache.getlines(__file__)[1] == "import linecache\n", len(linecache.cache[__file__]))
print("<cell>" in linecache.cache)
for entry in ((1, None, [5], "<cell>"), (1,), 5):
    linecache.cache["<cell>"] = entry
    sys.stdout.flush()
linecache.clearcache()
run("int('x')")
