# The reader of a pipe goes away: the program ends without a word (CPython prints a traceback).
$OURO -c 'for i in range(100000): print(i)' 2>err.txt | head -1
cat err.txt
$OURO -c 'print("x" * 1000000)' 2>err.txt | head -c 3
echo
cat err.txt
$OURO -c 'try:
    while True: print("y")
except BrokenPipeError: print("caught", file=__import__("sys").stderr)' 2>err.txt | head -1
cat err.txt
$OURO -c 'raise BrokenPipeError("not of the output")' 2>&1 | tail -1
$OURO -c 'print("to nobody")' >&- 2>/dev/null
echo "status $?"
