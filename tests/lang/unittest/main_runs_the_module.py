# unittest.main() ends the program; tests may be coroutines.
import unittest,sys,io
sys.stderr=io.StringIO()
class T(unittest.TestCase):
    def test_b(self): print('b')
    def test_a(self): print('a'); self.assertEqual(2,1+1)
class X(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): print('asu')
    async def test_x(self):
        import asyncio; await asyncio.sleep(0); print('x')
    async def asyncTearDown(self): print('atd')
if __name__=='__main__': unittest.main()
