# array.array: items, methods, errors, the bytes behind it.
import array
from array import array as A
a=A('i',[1,2,3]); print(a,a.typecode,a.itemsize,len(a),a[0],a[-1],a[1:],a[::-1],list(a),a.tolist(),a.tobytes(),2 in a,a.count(2),a.index(3),a+A('i',[4]),a*2,2*a,a==A('i',[1,2,3]),a<A('i',[1,3]),a==A('d',[1,2,3]),a!=[1,2,3])
a.append(4);a.extend([5,6]);a.insert(1,9);a.remove(9);print(a.pop(),a.pop(0),a);a.reverse();print(a);a[0]=100;a[1:2]=A('i',[7,8]);print(a);del a[0];del a[:1];print(a);a+=A('i',[1]);a*=2;print(a)
for c in array.typecodes: 
    if c!='u': print(c,A(c).itemsize,A(c,b'\1'*8) if c not in 'wfd' else A(c))
for e in ['A("z")','A()','A(1)','A("ab")','A("i",1)','A("i",["a"])','A("b",[200])','A("B",[-1])','A("B",[256])','A("h",[40000])','A("H",[70000])','A("i",[2**31])','A("i",[2**70])','A("I",[-1])','A("I",[2**33])','A("l",[2**64])','A("q",[2**63])','A("Q",[-1])','A("Q",[2**64])','A("f",["x"])','A("d",[1,2.5])','A("f",[.1])','a[100]','a["x"]','a[100]=1','a[0]="x"','a[0:1]=[1]','a[0:1]=A("d",[1])','a+[1]','a+A("d")','a*1.5','a.pop(100)','A("i").pop()','a.remove(99)','a.index(99)','a.fromlist([1,"x"])','a.fromlist((1,))','a.frombytes(b"abc")','a.frombytes("x")','A("w","héy")','A("w","hé").tounicode()','A("i","abc")','a.tounicode()','a.extend(A("d"))','a.extend(5)','a.typecode','A("i",A("d",[1.0]))','A("d",A("i",[1]))','A("B",b"abc")','A("B",bytearray(b"ab"))','A("i",range(3))','A("i",(x for x in [1,2]))','A("i",b"abc")','bytes(A("B",b"xyz"))','bytearray(A("h",[1]))','memoryview(A("i",[1,2]))[1]','memoryview(A("i",[1,2])).format','memoryview(A("d",[1])).itemsize','b"".join([A("B",b"q")])','A("b",[1,-1]).byteswap()','A("i",[1])*0','A("i",[1])*-1','iter(a).__next__()','isinstance(a,__import__("collections.abc").abc.MutableSequence)','A("i",[1,2,3]).index(2,1,2)','A.__name__','type(a)','array.ArrayType is A','A("f",[1e40])','A("i",[True])','A("i",[1.0])']:
    try: print(e,eval(e))
    except Exception as x: print(e,type(x).__name__,x)
m=memoryview(a); m[0]=55; print(a[0])
try: a.append(1)
except BufferError as e: print(e)
m.release(); a.append(1); x=A('h',[1,256]); x.byteswap(); print(x)
import copy; print(copy.copy(a)==a,copy.deepcopy(a) is a)
class S(A):
    def extra(s): return len(s)
s=S('i',[1,2]); s.attr=5; print(s,s.extra(),s.attr,type(s[:1]),type(s+s),repr(s))
for i in A('d',[1.5,2.5]): print(i)
l=A('i'); 
for i in range(1000): l.append(i*i)
print(sum(l),max(l),sorted(l,reverse=True)[:2],l.buffer_info()[1])
import io; f=io.BytesIO(); A('i',[1,2]).tofile(f); f.seek(0); z=A('i'); z.fromfile(f,2); print(z)
try: z.fromfile(f,1)
except EOFError as e: print(e)
f.write(A('B',b'ww')); print(f.getvalue()[-2:])


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


numbers = A("i", [1, 2, 3, 4])
for wrong in [lambda: hash(numbers), lambda: numbers + 5, lambda: numbers["a"], lambda: numbers.__delitem__("a"), lambda: "a" * numbers, lambda: numbers * 1.5, lambda: 1.5 * numbers,
              lambda: numbers[1 << 70], lambda: numbers.insert(1 << 70, 5), lambda: numbers.pop(1 << 70), lambda: numbers.index(1, None), lambda: A("x", ""), lambda: array(None),
              lambda: A("i", "ab"), lambda: numbers.frombytes(memoryview(b"abcdefgh").cast("i")), lambda: numbers.frombytes(memoryview(b"abcdefgh")[::2]), lambda: numbers.fromfile(None, 1 << 62),
              lambda: numbers.__setitem__(slice(0, 4, 0), 5), lambda: numbers < 5]:
    attempt(wrong)
numbers[::2] = A("i")
print(numbers, numbers.index(4, -1), A("i").tofile(None))
