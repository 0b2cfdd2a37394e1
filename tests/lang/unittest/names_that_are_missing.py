"""A name that cannot be loaded becomes a test that fails and says why."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "imports"))


class Case(unittest.TestCase):
    def test_one(self):
        pass


sys.modules["cases"] = sys.modules["__main__"]
loader = unittest.TestLoader()
for name in ("cases.Case.test_one", "cases.Other", "cases.Case.test_two", "nowhere", "nowhere.at.all", "helper_package.nope",
             "failing_module"):
    try:
        suite = loader.loadTestsFromName(name)
    except ZeroDivisionError as exc:
        print(name, "raises", exc)
        continue
    result = unittest.TestResult()
    suite.run(result)
    for test, text in result.errors:
        lines = text.splitlines()
        print(name, "|", test.id(), "|", *(line for line in lines if "Error: " in line))
    print(name, result.testsRun, len(result.errors), len(loader.errors))
