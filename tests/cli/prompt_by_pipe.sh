# -i with a pipe: a prompt without line editing. What it shows goes to stdout, errors to stderr.
run() { $OURO -i -q 2>/dev/null | sed 's/>>> //g; s/\.\.\. //g'; }
printf '1 + 1\n"text"\nNone\n[1, 2]\n_\n_ + [3]\nx = 5\nx\n' | run
echo "--- blocks"
printf 'for i in range(2):\n    print(i)\n\ndef f(a):\n    return a * 2\n\nf(21)\nif 1: print("one line")\n\nclass C:\n    x = 1\n\nC.x\n' | run
echo "--- errors leave it alive"
printf '1 / 0\nprint("alive")\ndef f(:\nprint("still")\nundefined\n"after"\n' | run
echo "--- continued"
printf '(1 +\n2)\n"""a\nb"""\nx = [\n1,\n]\nx\n1 + \\\n1\n@staticmethod\ndef s(): return 1\n\ntry:\n    1/0\nexcept ZeroDivisionError:\n    print("caught")\nelse:\n    pass\n\n' | run
echo "--- exit"
printf 'import sys\nsys.exit(3)\nprint("never")\n' | $OURO -i -q >/dev/null 2>&1
echo "status $?"
printf 'exit()\n' | $OURO -i -q >/dev/null 2>&1
echo "status $?"
printf '1/0\n' | $OURO -i -q >/dev/null 2>&1
echo "status $?"
