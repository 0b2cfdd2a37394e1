# A descriptor that is closed at the start has no file in sys, and what a terminal was is decided then.
code='import os, sys
files = [name for name in ("stdin", "stdout", "stderr") if getattr(sys, name) is None and getattr(sys, "__%s__" % name) is None]
os.write(2 if sys.stdout is None else 1, (" ".join(files) + "\n").encode())
print("printed")'
"$OURO" -c "$code"
"$OURO" -c "$code" <&-
"$OURO" -c "$code" 2>&1 >&-
"$OURO" -c "$code" 2>&-
PYTHONIOENCODING=latin-1:replace "$OURO" -c "$code
print(sys.stdout.encoding == sys.stdin.encoding, sys.stdout.errors)" 2>&-
"$OURO" -u -c 'import sys; print(sys.stdout.write_through, sys.stdin.line_buffering, sys.stderr.line_buffering)'
