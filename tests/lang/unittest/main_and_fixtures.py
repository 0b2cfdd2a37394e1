# unittest.main with arguments; fixtures that fail.
import io
import sys
import unittest
sys.stderr=io.StringIO()
class T(unittest.TestCase):
    def test_b(self): self.assertEqual(1,2)
unittest.main(exit=False,argv=['x','-v']); print('after')
unittest.main(exit=False,argv=['x','T.test_b'],verbosity=0); print('after')
class E(unittest.TestCase):
    def setUp(self): raise ValueError('su')
    def tearDown(self): print('never')
    def test(self): print('never')
class F(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise ValueError('suc')
    def test(self): print('never')
r=unittest.TestResult(); unittest.TestSuite([E('test'),F('test')]).run(r); print(r,len(r.errors),r.errors[0][1],r.errors[1][0],r.failures)
ft=unittest.FunctionTestCase(lambda:print('func'),description='dd'); ft(r); print(ft.id(),ft.shortDescription(),r.testsRun)
