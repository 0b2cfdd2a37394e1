"""Tests in classes: cases with assertions, suites of them, and what runs them and tells of the results."""
from .case import (FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups,
                   enterModuleContext, expectedFailure, skip, skipIf, skipUnless)
from .loader import TestLoader, defaultTestLoader
from .main import TestProgram, main
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .suite import BaseTestSuite, TestSuite

__all__ = ["BaseTestSuite", "FunctionTestCase", "IsolatedAsyncioTestCase", "SkipTest", "TestCase", "TestLoader",
           "TestProgram", "TestResult", "TestSuite", "TextTestResult", "TextTestRunner", "addModuleCleanup",
           "defaultTestLoader", "doModuleCleanups", "enterModuleContext",
           "expectedFailure", "main", "skip", "skipIf", "skipUnless"]

__unittest = True
