echo 'import sys; print(sys.argv, __name__)' | $OURO - a b
echo 'print("no dash")' | $OURO
echo 'import sys; print(sys.argv)' | $OURO
printf 'x = 1\nif x:\n    print("block")\nprint("end")' | $OURO -
printf '' | $OURO
echo "status $?"
printf '1 +\n' | $OURO - 2>&1
echo "status $?"
echo 'print(input(), "read by the program")' > asks.py
echo "a line" | $OURO asks.py
printf 'no newline' | $OURO asks.py
$OURO asks.py 2>&1 </dev/null | tail -1
printf 'a\r\nb\rc\nd\r' | $OURO -c 'import sys; print(repr(input()), sys.stdin.readlines(), sys.stdin.newlines)' # as it stands there
