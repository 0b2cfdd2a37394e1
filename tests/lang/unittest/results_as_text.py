# What the runner writes of each kind of result, at each verbosity.
import unittest,io
class T(unittest.TestCase):
    def test_a(self): pass
    def test_fail(self): self.assertEqual((1,2),(1,3)[:1]+(4,) if 0 else 5,'extra')
    def test_err(self): {}['k']
    @unittest.skip('why')
    def test_skip(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertEqual(i%2,0)
    @unittest.expectedFailure
    def test_xf(self): self.fail('x')
    @unittest.expectedFailure
    def test_us(self): pass
for v in (0,1,2):
    out=io.StringIO(); r=unittest.TextTestRunner(out,verbosity=v).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
    for l in out.getvalue().splitlines(): print(l if not l.startswith('Ran') else l[:12])
    print(r,r.wasSuccessful(),r.testsRun)
