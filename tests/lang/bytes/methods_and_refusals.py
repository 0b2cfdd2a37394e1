# The methods of bytes and bytearray on the same arguments, refusals included.
def show(call, data):
    try:
        result = eval(call, {"x": data})
        print(call, "->", repr(result))
    except Exception as error:
        print(call, "->", type(error).__name__, error)


calls = """x.upper() x.lower() x.title() x.swapcase() x.capitalize() x.isalpha() x.isdigit() x.isalnum() x.isspace() x.istitle() x.isupper() x.islower() x.isascii() x.strip() x.lstrip(b'ab') x.rstrip(b'') x.strip('a') x.strip(None) x.strip(5)
x.split() x.split(b'b') x.split(b'b',1) x.rsplit(b'b',1) x.split(None,1) x.split(b'') x.split('b') x.split(98) x.splitlines() x.splitlines(True) x.partition(b'b') x.rpartition(b'b') x.partition('b') x.partition(b'') x.partition(98) x.find(b'b') x.find(98) x.find(256) x.find(-1) x.find('b') x.find(None) x.rfind(b'b',1) x.index(b'z') x.index(122)
x.rindex(b'z') x.count(b'a') x.count(97) x.count(b'') x.count('a') x.startswith(b'ab') x.startswith((b'x',b'a')) x.startswith('a') x.startswith(97) x.startswith((b'x','a')) x.endswith(b'c',0,3) x.replace(b'a',b'ZZ') x.replace(b'',b'-') x.replace(b'a',b'',1) x.replace('a','b') x.replace(b'a') x.replace(b'a',97) x.join([b'1',b'2']) x.join([b'1','2'])
x.join([b'1',2]) x.join('ab') x.join([]) x.join([bytearray(b'q'),memoryview(b'w')]) x.join(5) x.center(9) x.center(9,b'*') x.center(9,'*') x.center(9,b'**') x.ljust(8,b'.') x.rjust(8) x.zfill(9) x.zfill('9') x.expandtabs() x.expandtabs(2) x.translate(None) x.translate(None,b'a') x.translate(bytes(range(256))) x.translate(b'abc') x.translate(b'') x.translate(delete=b'b',table=None)
x.translate(5) x.maketrans(b'ab',b'cd') x.maketrans(b'ab',b'c') x.maketrans('a','b') x.decode() x.decode('ascii') x.decode('nope') x.decode(errors='ignore',encoding='ascii') x.decode(1) x.removeprefix(b'ab') x.removesuffix(b'c') x.removeprefix('a') x.removesuffix(5) x.hex() x[0] x[-1] x[100] x['a'] x[1:3] x[::-1] x[1.5] x[None] x[::0] x+b'q' x+bytearray(b'q') x+'q' x+1 b'q'+x 'q'+x x*2 2*x x*-1 x*'a' x*1.5
x*b'' x==b'abc' x=='abc' x!=None x<b'b' x<'b' x<5 x>=bytearray(b'') b'b'in(x) 98in(x) 256in(x) -1in(x) 'b'in(x) None in(x) x%5 x%() x%(1,) len(x) list(x) tuple(x) max(x) min(x) sum(x) sorted(x) x() x.nothing bool(x) -x ~x x.__len__() x.__contains__(98) x.__getitem__(0) x.__add__(5) x.__mul__(2) x.__eq__(5) x.__lt__(5) int(x) float(x) str(x) repr(x) format(x) format(x,'5') ord(x) bytes(x) bytearray(x) memoryview(x)[0]
x.upper(1) x.isalpha(1) x.hex(1,2,3) x.strip(b'a',b'b') x.find() x.count(b'a',0,1,2) x.startswith() x.lower(a=1) x.find(b'b',None,2) x.find(b'b','a') x.__bytes__() x.__getnewargs__() x.isupper(x=1) x.append(1) x.index(b'b',1,2) x.zfill(2) x[True] x[0:2:1] x.replace(b'x',b'y') x.count(b'b',-2) x.endswith(()) x.rsplit() x.rsplit(None,1) x.rpartition(b'zz')"""
for data in (b"abc", b" aB1\tc\r\n d", b"", b"\xff\xe9z"):
    print("==", data)
    for call in calls.split("\n"):
        for one in call.split(" ") if " in(" not in call else call.replace("None in", "None_in").split(" "):
            if one:
                one = one.replace("98in", "98 in").replace("256in", "256 in").replace("-1in", "-1 in").replace("None_in", "None in")
                show(one, data)
                if data == b" aB1\tc\r\n d":
                    show(one, bytearray(data))
