# -m unittest: files stand for their modules
mkdir -p inner
for name in one inner/two; do
    printf 'import unittest\n\nclass Case(unittest.TestCase):\n    def test(self): print(__name__)\n' >$name.py
done
touch inner/__init__.py
"$OURO" -m unittest one.py ./inner/two.py "$PWD/one.py" 2>errors
sed 's/in [0-9.]*s/in N s/' errors
"$OURO" -m unittest missing.py 2>&1 | grep "^ERROR\|Error:"
