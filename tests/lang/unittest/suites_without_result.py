"""suite.debug() runs fixtures and tests and lets exceptions out; durations of tests are written when asked for."""
import io
import time
import unittest


def setUpModule():
    print("module")


class Fails(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class")

    def setUp(self):
        print("test")

    def test_a(self):
        pass

    def test_b(self):
        1 / 0


class Sleeps(unittest.TestCase):
    def test_long(self):
        time.sleep(0.02)

    def test_short(self):
        pass

    @unittest.skip("now")
    def test_skipped(self):
        pass


load = unittest.defaultTestLoader.loadTestsFromTestCase
try:
    unittest.TestSuite([load(Fails)]).debug()
except ZeroDivisionError as error:
    print(error)
try:
    load(Sleeps).debug()
except unittest.SkipTest as error:
    print(repr(error))


def written(**options):
    stream = io.StringIO()
    unittest.TextTestRunner(stream, **options).run(load(Sleeps))
    return "".join("#" if c.isdigit() else c for c in stream.getvalue())


for durations in None, 0, 1:
    for verbosity in 0, 1, 2:
        if verbosity == 2 and durations != 0 or verbosity < 2:
            print(durations, verbosity, written(durations=durations, verbosity=verbosity))


class Plain(unittest.TestResult):
    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)

    def addDuration(self, test, elapsed):
        print("duration of", test)


unittest.TextTestRunner(io.StringIO(), resultclass=Plain, durations=1).run(Sleeps("test_short"))
