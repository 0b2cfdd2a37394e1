$OURO -c 2>&1 | head -1
$OURO -c >/dev/null 2>&1
echo "status $?"
$OURO -m >/dev/null 2>&1
echo "status $?"
