printf 'x = 1\nif x:\n    print(f"{x}")\n' > small.py
for kind in tokens ast code; do
  $OURO --dump-$kind small.py > $kind.txt
  echo "$kind status $? $([ -s $kind.txt ] && echo says something)"
done
grep -c NEWLINE tokens.txt
grep -o 'INDENT\|DEDENT' tokens.txt | sort -u
grep -o '\bIf\b' ast.txt | head -1
grep -o 'RETURN[A-Z_]*' code.txt | head -1
printf 'x = = 1\n' > wrong.py
for kind in tokens ast code; do
  $OURO --dump-$kind wrong.py > out.txt 2> err.txt
  echo "$kind status $? $(tail -1 err.txt)"
done
$OURO --dump-ast missing.py 2>/dev/null
echo "status $?"
echo 'y = 2' | $OURO --dump-ast - | grep -o Assign
$OURO --dump-code -c 'pass' | grep -o 'RETURN[A-Z_]*'
