"""What is cleaned up when setUpModule or setUpClass fails, expected failures of subtests, and tests that are functions."""
import sys
import types
import unittest

events = []


class Told(unittest.TestResult):
    def addSuccess(self, test):
        events.append("success")

    def addFailure(self, test, err):
        events.append("failure")

    def addExpectedFailure(self, test, err):
        events.append("expected %s" % err[1])

    def addUnexpectedSuccess(self, test):
        events.append("unexpected success")

    def addError(self, test, err):
        events.append("error %s in %s" % (err[1], test.id() if hasattr(test, "id") else test))

    def addSubTest(self, test, subtest, err):
        events.append("subtest %s" % (err and err[1]))


def run(*tests):
    events.clear()
    unittest.TestSuite(tests).run(Told())
    print(events)


def clean(word):
    events.append("clean " + word)
    if word == "badly":
        raise OSError(word)


def fail_module():
    unittest.addModuleCleanup(clean, "module")
    unittest.addModuleCleanup(clean, "badly")
    raise ValueError("setUpModule")


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(clean, "class")
        cls.addClassCleanup(clean, "badly")
        if cls.fails:
            raise ValueError("setUpClass")

    fails = True

    def test(self):
        events.append("test")


class Other(Case):
    fails = False


run(Case("test"), Other("test"))
sys.modules["failing"] = types.SimpleNamespace(setUpModule=fail_module)
Case.__module__ = "failing"
run(Case("test"))


class Parts(unittest.TestCase):
    @unittest.expectedFailure
    def test_expected(self):
        with self.subTest():
            pass
        with self.subTest():
            self.fail("help")
        with self.subTest():
            events.append("never")

    @unittest.expectedFailure
    def test_unexpected(self):
        with self.subTest():
            pass

    def test_fails(self):
        for i in range(2):
            with self.subTest(i=i):
                self.fail("no %d" % i)


for name in "test_expected", "test_unexpected", "test_fails":
    run(Parts(name))
one, two = unittest.FunctionTestCase(lambda: None), unittest.FunctionTestCase(print)
print(one == two, one == one, len({one, two}))
run(lambda result: events.append(type(result).__name__), two)
