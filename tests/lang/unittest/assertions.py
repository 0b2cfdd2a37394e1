# What assertions say.
import unittest
class A(unittest.TestCase): pass
t=A.__new__(A); unittest.TestCase.__init__(t,'runTest') if hasattr(A,'runTest') else unittest.TestCase.__init__(t)
def ck(f,*a,**k):
    try: print(f(*a,**k))
    except AssertionError as e: print(f.__name__,str(e).split('\n\n- ')[0])
    except Exception as e: print(f.__name__,type(e).__name__,e)
ck(t.assertEqual,1,2);ck(t.assertEqual,[1],[1,2]);ck(t.assertEqual,(1,2),(1,3));ck(t.assertEqual,{1},{2});ck(t.assertEqual,1,2,'m')
ck(t.assertNotEqual,1,1);ck(t.assertTrue,0);ck(t.assertFalse,[1]);ck(t.assertIs,[],[]);ck(t.assertIsNot,None,None);ck(t.assertIsNone,1);ck(t.assertIsNotNone,None);ck(t.assertIn,1,[]);ck(t.assertNotIn,1,[1]);ck(t.assertIsInstance,1,str);ck(t.assertNotIsInstance,1,int)
ck(t.assertLess,2,1);ck(t.assertLessEqual,2,1);ck(t.assertGreater,1,2);ck(t.assertGreaterEqual,1,2);ck(t.assertAlmostEqual,1,1.1);ck(t.assertAlmostEqual,1,1.1,places=0);ck(t.assertAlmostEqual,1,2,delta=.5);ck(t.assertNotAlmostEqual,1,1.00000001);ck(t.assertAlmostEqual,1,2,places=1,delta=1)
ck(t.assertCountEqual,[1,2],[2,2]);ck(t.assertRegex,'a','b');ck(t.assertNotRegex,'ab','b');ck(t.assertSequenceEqual,[1],(2,));ck(t.assertListEqual,[1],(1,));ck(t.assertDictEqual,1,{});ck(t.assertRaises,ValueError,int,'5');ck(t.assertRaises,ValueError,int,None);ck(t.assertRaises,5,int);ck(t.fail);ck(t.fail,'why');ck(t.assertRaisesRegex,ValueError,'zzz',int,'x');ck(t.assertWarns,UserWarning,int,'5')
def w():
    with t.assertRaises(KeyError): pass
ck(w)
def w2():
    with t.assertRaises((KeyError,ValueError)): {}[1]
ck(w2)
def w3():
    with t.assertRaises(KeyError,msg='mm'): pass
ck(w3)
t.longMessage=False; ck(t.assertEqual,1,2,'only')
print(t.id(),t,repr(t),t.countTestCases(),t.shortDescription())
try: A('nope')
except ValueError as e: print(e)
t.longMessage=True
ck(t.assertSequenceEqual,None,[]);ck(t.assertSequenceEqual,[],5)
