"""Results of tests."""
import io
import sys
import traceback

from .case import _name_of

__unittest = True


class TestResult:
    """Keeps what happened to tests."""

    failfast = shouldStop = buffer = tb_locals = False
    testsRun = 0
    _output = None  # sys.stdout and sys.stderr, while they are buffered
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        for kind in ("failures", "errors", "skipped", "expectedFailures", "unexpectedSuccesses", "collectedDurations"):
            setattr(self, kind, [])

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

    def addError(self, test, err):
        self._gone_wrong()
        self.errors.append((test, self._text_of(err, test)))

    def addFailure(self, test, err):
        self._gone_wrong()
        self.failures.append((test, self._text_of(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._gone_wrong()
            kept = self.failures if issubclass(err[0], test.failureException) else self.errors
            kept.append((subtest, self._text_of(err, test)))

    def addSuccess(self, test):
        """The test passed."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text_of(err, test)))

    def addUnexpectedSuccess(self, test):
        self._gone_wrong()
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """No further test is to begin."""
        self.shouldStop = True

    def _gone_wrong(self):
        if self.failfast:
            self.stop()

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
