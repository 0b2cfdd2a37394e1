"""What runs tests and writes the results."""
import sys
import time
import warnings as _warnings

from .result import TestResult

__unittest = True


class _Stream:
    """A stream with writeln."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def writeln(self, text=None):
        if text:
            self.write(text)
        self.write("\n")


class TextTestResult(TestResult):
    """Writes a mark or a line for each test, and at the end what went wrong."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream if hasattr(stream, "writeln") else _Stream(stream)
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self.durations = durations
        self._fresh = True  # the line of the test is complete

    def getDescription(self, test):
        first = test.shortDescription()
        return "\n".join((str(test), first)) if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._begin(test)
            self.stream.flush()

    def _begin(self, test, margin=""):
        self.stream.write("%s%s ... " % (margin, self.getDescription(test)))
        self._fresh = False

    def _mark(self, test, mark, word):
        if self.showAll:
            if self._fresh:
                self._begin(test, "  " if hasattr(test, "test_case") else "")
            self.stream.writeln(word)
            self._fresh = True
        elif self.dots:
            self.stream.write(mark)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if self.showAll and not self._fresh:
                self.stream.writeln()
                self._fresh = True
            failed = issubclass(err[0], subtest.failureException)
            self._mark(subtest, "F" if failed else "E", "FAIL" if failed else "ERROR")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._mark(test, ".", "ok")

    def addError(self, test, err):
        super().addError(test, err)
        self._mark(test, "E", "ERROR")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark(test, "F", "FAIL")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark(test, "s", "skipped {0!r}".format(reason))

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._mark(test, "x", "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._mark(test, "u", "unexpected success")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        for flavour, errors in (("ERROR", self.errors), ("FAIL", self.failures)):
            self.printErrorList(flavour, errors)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln("UNEXPECTED SUCCESS: %s" % self.getDescription(test))
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            title = "%s: %s" % (flavour, self.getDescription(test))
            for part in self.separator1, title, self.separator2, text:
                self.stream.writeln(str(part))
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes the results as text."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        try:
            return self.resultclass(self.stream, self.descriptions, self.verbosity, durations=self.durations)
        except TypeError:  # of a class that knows nothing of durations
            return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        """Run a test or a suite; return the result."""
        result = self._makeResult()
        result.failfast, result.buffer, result.tb_locals = self.failfast, self.buffer, self.tb_locals
        with _warnings.catch_warnings():
            if self.warnings:
                _warnings.simplefilter(self.warnings)
            begin = time.perf_counter()
            getattr(result, "startTestRun", lambda: None)()
            try:
                test(result)
            finally:
                getattr(result, "stopTestRun", lambda: None)()
            taken = time.perf_counter() - begin
        result.printErrors()
        if self.durations is not None:
            self._print_durations(result)
        self._summary(result, taken)
        return result

    def _print_durations(self, result):
        found = sorted(result.collectedDurations, key=lambda item: item[1], reverse=True)[:self.durations or None]
        if not found:
            return
        self.stream.writeln("Slowest test durations")
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        hidden = False
        for test, elapsed in found:
            if self.verbosity < 2 and elapsed < 0.001:
                hidden = True
            else:
                self.stream.writeln("%-10s %s" % ("%.3fs" % elapsed, test))
        if hidden:
            self.stream.writeln("\n(durations < 0.001s were hidden; use -v to show these durations)")
        else:
            self.stream.writeln("")

    def _summary(self, result, taken):
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        run = result.testsRun
        self.stream.writeln("Ran %d test%s in %.3fs" % (run, run != 1 and "s" or "", taken))
        self.stream.writeln()
        counts = [(name, len(getattr(result, attribute, ()))) for name, attribute in (
            ("failures", "failures"), ("errors", "errors"), ("skipped", "skipped"),
            ("expected failures", "expectedFailures"), ("unexpected successes", "unexpectedSuccesses"))]
        infos = ["%s=%d" % item for item in counts if item[1]]
        word = "OK" if run or result.skipped else "NO TESTS RAN"
        self.stream.write(word if result.wasSuccessful() else "FAILED")
        self.stream.writeln(" (%s)" % ", ".join(infos) if infos else "")
        self.stream.flush()
