$OURO -V | sed 's/[0-9.]\{3,\}/N/g'
$OURO --version | sed 's/[0-9.]\{3,\}/N/g'
$OURO -V >/dev/null; echo "status $?"
$OURO -h | head -1
$OURO --help >/dev/null; echo "status $?"
$OURO -? >/dev/null 2>&1; echo "status $?"
$OURO -Z 2>&1 >/dev/null | head -1
$OURO -Z >/dev/null 2>&1; echo "status $?"
$OURO --nonsense >/dev/null 2>&1; echo "status $?"
