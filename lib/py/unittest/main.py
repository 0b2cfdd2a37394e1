"""unittest.main(): run the tests of a module as its command line asks."""
import sys

from . import loader as _loader
from .runner import TextTestRunner

__unittest = True

_USAGE = """\
usage: %(name)s [-h] [-v] [-q] [--locals] [--durations N] [-f] [-b] [-k PATTERN] [tests ...]

  tests       modules, classes or methods, by dotted names; without any, all tests of the module
  -v, -q      a line for each test; nothing but the end
  --locals    show local variables in tracebacks
  --durations N  show the N slowest tests, all when N is 0
  -f          stop at the first test that fails
  -b          keep what passing tests print
  -k PATTERN  only tests whose names fit; * stands for any text
"""


def _module_name(word):
    """A file with tests may be named in place of its module."""
    if not word.endswith(".py"):
        return word
    import os
    if not os.path.isfile(word):
        return word
    path = os.path.relpath(word)
    return word if path.startswith("..") else path.removesuffix(".py").replace("/", ".")


class TestProgram:
    """A command line that runs tests."""

    _no_tests_status = 5

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=_loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = bool(failfast)
        self.buffer = bool(buffer)
        self.tb_locals = tb_locals
        self.durations = durations
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
        self.parseArgs(sys.argv if argv is None else argv)
        self.runTests()

    def parseArgs(self, argv):
        names, patterns, rest = [], [], list(argv[1:])
        asked = {"-s": ".", "-p": "test*.py", "-t": None}
        long_names = {"--start-directory": "-s", "--pattern": "-p", "--top-level-directory": "-t"}
        is_discovery = self.module is None and rest[:1] == ["discover"]
        if is_discovery:
            del rest[0]
        self.progName = argv[0].rpartition("/")[2] if argv else "unittest"
        while rest:
            word = rest.pop(0)
            if word in ("-v", "--verbose"):
                self.verbosity = 2
            elif word in ("-q", "--quiet"):
                self.verbosity = 0
            elif word in ("-f", "--failfast"):
                self.failfast = True
            elif word in ("-b", "--buffer"):
                self.buffer = True
            elif word.startswith("-k") and (word != "-k" or rest):
                pattern = word[2:] or rest.pop(0)
                patterns.append(pattern if "*" in pattern else "*%s*" % pattern)
            elif word == "--locals":
                self.tb_locals = True
            elif word.partition("=")[0] == "--durations" and ("=" in word or rest):
                self.durations = int(word[12:] or rest.pop(0))
            elif is_discovery and long_names.get(word, word) in asked and rest:
                asked[long_names.get(word, word)] = rest.pop(0)
            elif word.startswith("-"):
                is_help = word in ("-h", "--help")
                print(_USAGE % {"name": self.progName}, end="", file=sys.stdout if is_help else sys.stderr)
                sys.exit(0 if is_help else 2)
            else:
                names.append(_module_name(word))
        if patterns:
            self.testLoader.testNamePatterns = patterns
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if is_discovery or not names and self.module is None:
            asked.update(zip(asked, names))
            self.test = self.testLoader.discover(*asked.values())
        elif names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        runner = self.testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                            warnings=self.warnings, tb_locals=self.tb_locals, durations=self.durations)
        self.result = runner.run(self.test)
        if not self.exit:
            return
        if self.result.testsRun == 0 and not self.result.skipped:
            sys.exit(self._no_tests_status)
        sys.exit(not self.result.wasSuccessful())


main = TestProgram
