"""Suites of tests."""
import sys

from . import case

__unittest = True


class _ErrorHolder:
    """Stands for a test when what goes around tests has failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def countTestCases(self):
        return 0


class _NoResult:
    """Stands for a result when exceptions are to get out."""

    shouldStop = False


class BaseTestSuite:
    """Tests to be run one after the other."""

    def __init__(self, tests=()):
        self._tests = []
        self._removed = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (case._name_of(self.__class__), list(self))

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, BaseTestSuite) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed + sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("%r is not callable" % (test,))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result


class TestSuite(BaseTestSuite):
    """The same, with classes and modules set up and torn down around their tests."""

    def run(self, result, debug=False):
        top = not getattr(result, "_test_run_entered", False)
        result._test_run_entered = True
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._enter_class(test, result)
                if (getattr(test.__class__, "_classSetupFailed", False)
                        or getattr(result, "_moduleSetUpFailed", False)):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
        if top:
            self._leave_class(None, result)
            self._leave_module(None, result)
            result._test_run_entered = False
        return result

    def debug(self):
        """Run the tests without a result: exceptions get out."""
        self.run(_NoResult(), True)

    # What goes around the tests of a class and of a module.

    def _enter_class(self, test, result):
        self._leave_class(test, result)
        self._enter_module(test, result)
        cls, before = test.__class__, getattr(result, "_previousTestClass", None)
        result._previousTestClass = cls
        if cls is before or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        if not hasattr(cls, "setUpClass"):  # a function, say
            return
        cls._classSetupFailed = False
        name = "setUpClass (%s)" % case._name_of(cls)
        if not self._around(result, cls.setUpClass, name):
            cls._classSetupFailed = True
            self._clean_class(result, cls, name)

    def _clean_class(self, result, cls, name):
        if hasattr(cls, "doClassCleanups"):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                result.addError(_ErrorHolder(name), info)

    def _leave_class(self, test, result):
        before = getattr(result, "_previousTestClass", None)
        if before is None or (test is not None and test.__class__ is before):
            return
        if (getattr(before, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False)
                or getattr(before, "__unittest_skip__", False)):
            return
        name = "tearDownClass (%s)" % case._name_of(before)
        self._around(result, getattr(before, "tearDownClass", None), name)
        self._clean_class(result, before, name)
        result._previousTestClass = None if test is None else before

    def _enter_module(self, test, result):
        before, name = getattr(result, "_previousTestClass", None), test.__class__.__module__
        if before is not None and before.__module__ == name:
            return
        self._leave_module(test, result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(name)
        label = "setUpModule (%s)" % name
        if not self._around(result, getattr(module, "setUpModule", None), label):
            result._moduleSetUpFailed = True
            self._around(result, case.doModuleCleanups, label)
        result._module = name

    def _leave_module(self, test, result):
        name = getattr(result, "_module", None)
        if name is None or getattr(result, "_moduleSetUpFailed", False):
            return
        result._module = None
        label = "tearDownModule (%s)" % name
        self._around(result, getattr(sys.modules.get(name), "tearDownModule", None), label)
        self._around(result, case.doModuleCleanups, label)

    def _around(self, result, function, name):
        if function is None:
            return True
        if isinstance(result, _NoResult):
            function()
            return True
        try:
            function()
        except case.SkipTest as why:
            result.addSkip(_ErrorHolder(name), str(why))
        except Exception:
            result.addError(_ErrorHolder(name), sys.exc_info())
        else:
            return True
        return False
