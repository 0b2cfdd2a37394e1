"""Test cases: a class whose methods are tests."""
import contextlib
import functools
import sys
import time
import types

from .checks import Checks

__unittest = True


class SkipTest(Exception):
    """Raised by a test that is not to be run here."""


class _ShouldStop(Exception):
    """A part of a test has failed and nothing more of it is to run."""


class _UnexpectedSuccess(Exception):
    """A test passed that was expected to fail."""


# Skipping.

def skip(reason):
    """A decorator of tests and classes of tests that are not run."""
    if isinstance(reason, types.FunctionType):
        return _skipped(reason, "")
    return lambda item: _skipped(item, reason)


def _skipped(item, reason):
    if not isinstance(item, type):
        def refuse(*args, **kwargs):
            raise SkipTest(reason)
        item = functools.update_wrapper(refuse, item)
    item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
    return item


def _unchanged(item):
    return item


def skipIf(condition, reason):
    """As skip, when the condition is true."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """As skip, when the condition is false."""
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    """A decorator of tests that are known to fail."""
    item.__unittest_expecting_failure__ = True
    return item


# Cleaning up.

_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Have function(*args, **kwargs) called when the tests of the module have run."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context manager that is left when the tests of the module have run."""
    return _enter(cm, addModuleCleanup)


def _enter(cm, add_cleanup):
    with contextlib.ExitStack() as entered:
        result = entered.enter_context(cm)
        add_cleanup(entered.pop_all().close)
    return result


def doModuleCleanups():
    """Call what addModuleCleanup was given, the last first; the first exception is raised at the end."""
    problems = _run_all(_module_cleanups)
    if problems:
        raise problems[0]


def _taken(cleanups):
    """Cleanups to be called, the last first; calling one may add others."""
    while cleanups:
        yield cleanups.pop()


def _run_all(cleanups):
    problems = []
    for function, args, kwargs in _taken(cleanups):
        try:
            function(*args, **kwargs)
        except Exception as error:
            problems.append(error)
    return problems


class _Outcome:
    """What has happened to a test so far."""

    def __init__(self, result):
        self.expecting_failure = False
        self.result = result
        self.success = True
        self.expected = None

    @contextlib.contextmanager
    def part(self, test, subtest=False):
        """A part of a test, whose exception is told to the result and goes no further."""
        before = self.success
        self.success = True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as why:
            self.success = False
            self.result.addSkip(test, str(why))
        except _ShouldStop:
            pass  # the part that stopped has told
        except BaseException:
            info = sys.exc_info()
            if self.expecting_failure:
                self.expected = info
            else:
                self.success = False
                self.tell(test, info, subtest)
        else:
            if subtest and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            self.success = self.success and before

    def tell(self, test, info, subtest):
        if subtest:
            self.result.addSubTest(test.test_case, test, info)
        elif issubclass(info[0], test.failureException):
            self.result.addFailure(test, info)
        else:
            self.result.addError(test, info)


class TestCase(Checks):
    """One test: the method of that name, between setUp and tearDown."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _class_cleanups = []
    _classSetupFailed = False

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != "runTest":
            raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        self._cleanups = []
        self._subtest = None
        self._type_checks = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
                             set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}

    def addTypeEqualityFunc(self, typeobj, function):
        """Have function(first, second, msg) compare two objects of exactly this type in assertEqual."""
        self._type_checks[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Have function(*args, **kwargs) called after tearDown."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context manager that is left after tearDown."""
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """The same after tearDownClass."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context manager that is left after tearDownClass."""
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Call what addClassCleanup was given; their exceptions end in tearDown_exceptions."""
        cls.tearDown_exceptions = [(type(e), e, e.__traceback__) for e in _run_all(cls._class_cleanups)]

    def setUp(self):
        """Called before the test."""

    def tearDown(self):
        """Called after the test."""

    @classmethod
    def setUpClass(cls):
        """Called before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the tests of the class."""

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from .result import TestResult
        return TestResult()

    def shortDescription(self):
        """The first line of the documentation of the test, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (_name_of(self.__class__), self._testMethodName)

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, _name_of(self.__class__), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (_name_of(self.__class__), self._testMethodName)

    @contextlib.contextmanager
    def subTest(self, msg=None, **params):
        """A part of the test that may fail while the rest goes on."""
        if self._outcome is None:
            yield
            return
        outer = self._subtest
        self._subtest = _SubTest(self, msg, {**(outer.params if outer else {}), **params})
        try:
            with self._outcome.part(self._subtest, subtest=True):
                yield
            if not self._outcome.success and getattr(self._outcome.result, "failfast", False):
                raise _ShouldStop
            if self._outcome.expected:
                raise _ShouldStop
        finally:
            self._subtest = outer

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn("It is deprecated to return a value that is not None from a test case (%s returned %r)"
                          % (method, type(method).__name__), DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        """Run the test and tell the result, which is returned."""
        own = result is None
        if own:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", lambda: None)()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = self._why_not(method)
            if reason is None:
                self._run_parts(method, result)
            else:
                result.addSkip(self, reason)
            return result
        finally:
            result.stopTest(self)
            if own:
                getattr(result, "stopTestRun", lambda: None)()

    def _why_not(self, method):
        """The reason for which the test is to be skipped, or None."""
        reason = None
        for item in method, self.__class__:
            if getattr(item, "__unittest_skip__", False):
                reason = getattr(item, "__unittest_skip_why__", "") or reason or ""
        return reason

    def _run_parts(self, method, result):
        outcome = self._outcome = _Outcome(result)
        expecting = (getattr(self, "__unittest_expecting_failure__", False)
                     or getattr(method, "__unittest_expecting_failure__", False))
        begin = time.perf_counter()
        try:
            with outcome.part(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with outcome.part(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.part(self):
                    self._callTearDown()
            self.doCleanups()
            self._tell_duration(result, time.perf_counter() - begin)
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expected:
                    result.addExpectedFailure(self, outcome.expected)
                else:
                    result.addUnexpectedSuccess(self)
        finally:
            outcome.expected = None
            self._outcome = None

    def _tell_duration(self, result, elapsed):
        if hasattr(result, "addDuration"):
            result.addDuration(self, elapsed)
        else:
            import warnings
            warnings.warn("TestResult has no addDuration method", RuntimeWarning, stacklevel=4)

    def doCleanups(self):
        """Call what addCleanup was given, the last first."""
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        for function, args, kwargs in _taken(self._cleanups):
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test without a result: exceptions get out."""
        method = getattr(self, self._testMethodName)
        reason = self._why_not(method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        for function, args, kwargs in _taken(self._cleanups):
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """End the test as one that is not to be run here."""
        raise SkipTest(reason)


def _name_of(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


class FunctionTestCase(TestCase):
    """A test that is a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = setUp, testFunc, tearDown
        self._description = description

    def setUp(self):
        if self._functions[0] is not None:
            self._functions[0]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[1]()

    def _key(self):
        return self._functions, self._description

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, self.__class__) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._key()))

    def id(self):
        return self._functions[1].__name__

    def __str__(self):
        return "%s (%s)" % (_name_of(self.__class__), self._functions[1].__name__)

    def shortDescription(self):
        first = (self._functions[1].__doc__ or "").partition("\n")[0].strip()
        return (first or None) if self._description is None else self._description


class _SubTest(TestCase):
    """A part of a test."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case = test_case
        self.failureException = test_case.failureException
        self.params = params
        self._message = message

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = [] if self._message is None else ["[%s]" % (self._message,)]
        if self.params:
            parts.append("(%s)" % ", ".join("%s=%r" % item for item in self.params.items()))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return "%s %s" % (self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "%s %s" % (self.test_case, self._subDescription())


class IsolatedAsyncioTestCase(TestCase):
    """A test whose methods may be coroutines; each test has an event loop of its own."""

    _runner = None

    async def asyncSetUp(self):
        """Called before the test, after setUp."""

    async def asyncTearDown(self):
        """Called after the test, before tearDown."""

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        """Have a coroutine function called after tearDown."""
        self.addCleanup(function, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter an asynchronous context manager that is left after tearDown."""
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _wait(self, function, *args, **kwargs):
        import inspect
        result = function(*args, **kwargs)
        if inspect.isawaitable(result):
            async def waiting():
                return await result
            return self._runner.run(waiting())
        return result

    def _callSetUp(self):
        self._runner.get_loop()
        self.setUp()
        self._wait(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._wait(method)

    def _callTearDown(self):
        self._wait(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        self._wait(function, *args, **kwargs)

    def run(self, result=None):
        import asyncio
        with asyncio.Runner(debug=True) as self._runner:
            try:
                return super().run(result)
            finally:
                self._runner.get_loop().set_debug(False)

    def debug(self):
        import asyncio
        with asyncio.Runner(debug=True) as self._runner:
            super().debug()
