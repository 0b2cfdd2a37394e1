"""Results of tests."""
import functools
import io
import sys
import traceback

from .case import _name_of

__unittest = True

def _failfast(method):
    @functools.wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    return inner


class TestResult:
    """Keeps what happened to tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._output = None
        self._moduleSetUpFailed = False

    def printErrors(self):
        """Called when all tests have run."""

    def startTestRun(self):
        """Called before the tests."""

    def stopTestRun(self):
        """Called after the tests."""

    def startTest(self, test):
        self.testsRun += 1
        if self.buffer:
            self._output = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def stopTest(self, test):
        if self._output:
            sys.stdout, sys.stderr = self._output
            self._output = None

    @_failfast
    def addError(self, test, err):
        self.errors.append((test, self._text_of(err, test)))

    @_failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._text_of(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if getattr(self, "failfast", False):
                self.stop()
            kept = self.failures if issubclass(err[0], test.failureException) else self.errors
            kept.append((subtest, self._text_of(err, test)))

    def addSuccess(self, test):
        """The test passed."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text_of(err, test)))

    @_failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """No further test is to begin."""
        self.shouldStop = True

    def _text_of(self, err, test):
        """The traceback, without the frames of this package."""
        kind, value, tb = err
        while tb and "__unittest" in tb.tb_frame.f_globals:
            tb = tb.tb_next
        if test.failureException is not None and isinstance(value, test.failureException):
            tb = _without_checks(tb)
        shown = traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals, compact=True)
        text = "".join(shown.format())
        if self._output:
            for name, stream in (("Stdout", sys.stdout), ("Stderr", sys.stderr)):
                if stream.getvalue():
                    text += "\n%s:\n%s" % (name, stream.getvalue())
        return text

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (
            _name_of(self.__class__), self.testsRun, len(self.errors), len(self.failures))


def _without_checks(tb):
    """The traceback up to where an assertion was called."""
    frames = []
    while tb and "__unittest" not in tb.tb_frame.f_globals:
        frames.append(tb)
        tb = tb.tb_next
    result = None
    for tb in reversed(frames):
        result = type(tb)(result, tb.tb_frame, tb.tb_lasti, tb.tb_lineno)
    return result
