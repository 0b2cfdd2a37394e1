# One line, status 2; the name of the interpreter in front is its own.
$OURO nothing.py 2>&1 | sed "s/^[^:]*: //; s,$PWD/,,"
$OURO nothing.py 2>/dev/null
echo "status $?"
mkdir folder
$OURO folder 2>&1 | sed "s/^[^:]*: //; s,$PWD/,,"
$OURO folder >/dev/null 2>&1
echo "status $?"
mkdir runnable
echo 'print("main of a folder", __name__)' > runnable/__main__.py
$OURO runnable
: > unreadable.py
$OURO unreadable.py
echo "status $?"
