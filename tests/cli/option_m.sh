echo 'import sys; print(__name__, sys.argv[1:], sys.argv[0].endswith("tool.py"), __package__ == "")' > tool.py
$OURO -m tool a -b
mkdir -p pack/inner
echo 'print("init", __name__)' > pack/__init__.py
echo 'from . import side; print("main", __name__, __package__, side.x)' > pack/__main__.py
echo 'x = 5' > pack/side.py
echo 'print(__name__, __package__)' > pack/inner/leaf.py
$OURO -m pack
$OURO -m pack.inner.leaf
$OURO -m missing_module 2>&1 | sed 's/.*: No module/No module/'
$OURO -m missing_module 2>/dev/null
echo "status $?"
