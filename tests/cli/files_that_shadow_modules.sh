# A file beside the program that has the name of a module, half-run modules, and where -m and folders run.
last() { "$@" 2>&1 | tail -1 | sed "s|$PWD|DIR|g"; }
echo 'def seed(): pass' > random.py
echo 'import random; random.randint(1, 6)' > play.py
last $OURO play.py
last $OURO -c 'import random; random.randint(1, 6)'
echo 'import requestz; requestz.get' > requestz.py
last $OURO requestz.py
last $OURO -c 'from random import randint'
echo 'import cb; x = 1' > ca.py
echo 'from ca import x' > cb.py
last $OURO -c 'import ca'
echo 'import cd; x = 1' > cc.py
echo 'import cc; cc.x' > cd.py
last $OURO -c 'import cc'
mkdir -p package
echo 'from . import part; x = 1' > package/__init__.py
echo 'import package; package.x' > package/part.py
last $OURO -c 'import package'
echo 'import package.two' > package/__init__.py
echo 'import package; package.two' > package/two.py
last $OURO -c 'import package'
mkdir -p run
echo 'print(__name__, repr(__package__), __spec__.name, __file__.endswith("/run/__main__.py"))' > run/__main__.py
$OURO run
$OURO -m run
mkdir -p spaces
for name in spaces nope package.nope random.x random.py; do last $OURO -m $name | sed 's/^[^ ]*: //'; done
