# python -m unittest finds the tests of a folder, and tells of what cannot be loaded.
mkdir -p work/pkg/inner && cd work
printf 'import unittest\nclass T(unittest.TestCase):\n    def test_one(self): print("one")\n    def test_two(self): print("two")\n' >test_a.py
printf 'import unittest\nraise unittest.SkipTest("not here")\n' >test_skipped.py
printf 'import no_such_module\n' >test_broken.py
printf 'print("not a test")\n' >other.py
printf 'import unittest\nclass P(unittest.TestCase):\n    def test_p(self): pass\n' | tee pkg/test_p.py >pkg/inner/test_q.py
touch pkg/__init__.py pkg/inner/__init__.py
run() { echo "--- $*"; "$OURO" -m unittest "$@" 2>err.txt; echo "status $?"; sed -e 's/in [0-9.]*s$/in T/' -e '/^  File/d' -e '/^    [a-z_]* = /d' -e '/~~/d' -e '/^    return /d' -e '/^    __import__/d' err.txt; }
run -v
run -k one
run discover -s pkg -p '*_q.py'
run -v test_a.T.test_one test_a.Nothing absent.module pkg.test_p
run discover nowhere 2>&1 | tail -1
