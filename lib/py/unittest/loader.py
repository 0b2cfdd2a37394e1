"""Finding the tests of classes and modules."""
import functools
import sys

from . import case
from .suite import TestSuite

__unittest = True


class _FailedTest(case.TestCase):
    """What stands for a test that could not be loaded: running it raises what was in the way."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def fail():
            raise self._exception
        return fail


class TestLoader:
    """Finds the tests of classes and modules."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """Return the names of the test methods of a class, sorted."""
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.testNamePatterns is not None:
            full = case._name_of(testCaseClass) + "."
            names = [name for name in names if any(_fits(full + name, p) for p in self.testNamePatterns)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = self.suiteClass(
            self.loadTestsFromTestCase(item) for item in map(module.__dict__.get, dir(module))
            if isinstance(item, type) and issubclass(item, case.TestCase)
            and item not in (case.TestCase, case.FunctionTestCase, case.IsolatedAsyncioTestCase))
        load = getattr(module, "load_tests", None)
        if load is None:
            return tests
        try:
            return load(self, tests, pattern)
        except Exception as error:
            return self._failed(module.__name__, error, "Failed to call load_tests:\n")

    def _failed(self, name, error, text):
        import traceback
        self.errors.append(text + traceback.format_exc())
        return self.suiteClass([_FailedTest(name, error)])

    def _failed_import(self, name):
        import traceback
        text = "Failed to import test module: %s\n" % name
        return self._failed(name, ImportError(text + traceback.format_exc()), text)

    def loadTestsFromName(self, name, module=None):
        """The tests of a dotted name: of a module, a class, a method."""
        parts = name.split(".")
        error_at, not_imported = len(self.errors), None
        if module is None:
            import importlib
            rest = []
            while True:
                try:
                    module = importlib.import_module(".".join(parts))
                    break
                except ImportError:
                    rest.insert(0, parts.pop())
                    del self.errors[error_at:]
                    not_imported = self._failed_import(rest[0])
                    if not parts:
                        return not_imported
            parts = rest
        parent, found = None, module
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                if not_imported is not None and hasattr(found, "__path__"):
                    return not_imported
                del self.errors[error_at:]
                return self._failed(part, error, "Failed to access attribute:\n")
            del self.errors[error_at:]
        return self._tests_of(found, parent)

    def _tests_of(self, found, parent):
        if isinstance(found, type(sys)):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(found.__name__)])
        if isinstance(found, TestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError("calling %s returned %s, not a test" % (found, test))
        raise TypeError("don't know how to make test from: %s" % (found,))

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """The tests of all files below a folder whose names fit the pattern."""
        from ._discover import discover
        return discover(self, start_dir, pattern, top_level_dir)


def _fits(name, pattern):
    """fnmatch: * stands for any text, ? for any character."""
    if not pattern:
        return not name
    if pattern[0] == "*":
        return any(_fits(name[place:], pattern[1:]) for place in range(len(name) + 1))
    return bool(name) and pattern[0] in ("?", name[0]) and _fits(name[1:], pattern[1:])


defaultTestLoader = TestLoader()
