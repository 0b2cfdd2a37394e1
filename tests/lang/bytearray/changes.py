# The methods that change a bytearray, item and slice assignment, and what each refuses.
def show(statement, data=b"abcdef", **names):
    x = bytearray(data)
    try:
        exec(statement, {"x": x, "show": print, **names})
        print(statement, "->", x)
    except Exception as error:
        print(statement, "->", type(error).__name__, error, x)


for statement in ("x.append(1)", "x.append(256)", "x.append(-1)", "x.append('a')", "x.append(b'a')", "x.append(1.5)", "x.append()", "x.append(True)", "x.append(2**70)", "x.extend(b'xy')", "x.extend([1, 2])", "x.extend('ab')", "x.extend([300])", "x.extend(['a'])", "x.extend(5)", "x.extend(x)", "x.extend(iter([1]))", "x.extend(None)", "x.extend({65: 1})", "x.insert(0, 65)", "x.insert(-1, 65)", "x.insert(100, 65)", "x.insert(-100, 65)", "x.insert('a', 1)", "x.insert(0, 256)", "x.insert(0)", "x.insert(2**70, 1)", "show(x.pop())", "show(x.pop(0))", "show(x.pop(-2))", "x.pop(100)", "x.pop('a')", "x.pop(1, 2)", "x.remove(97)", "x.remove(1)", "x.remove(300)", "x.remove('a')", "x.remove(b'a')", "x.reverse()", "x.clear()", "show(x.copy() is x)", "x.reverse(1)", "x.clear(1)", "x.copy(1)"):
    show(statement)
for statement in ("x[0] = 65", "x[-1] = 65", "x[6] = 1", "x[-7] = 1", "x[0] = 256", "x[0] = -1", "x[0] = 'a'", "x[0] = b'a'", "x['a'] = 1", "x[None] = 1", "x[1.0] = 1", "x[0] = 1.0", "x[0] = True", "x[2**70] = 1", "del x[0]", "del x[-1]", "del x[10]", "del x['a']", "x[1:3] = b'LONGER'", "x[1:3] = b''", "x[:] = b'q'", "x[2:2] = b'in'", "x[4:1] = b'z'", "x[1:3] = [1, 2, 3]", "x[1:3] = 'ab'", "x[1:3] = 5", "x[1:3] = [300]", "x[1:3] = x", "x[::2] = b'XYZ'", "x[::2] = b'XY'", "x[::-1] = b'123456'", "x[::-2] = b'12'", "x[5:0:-2] = b''", "x[::0] = b''", "x['a':] = b''", "x[1:3] = None", "x[10:20] = b'end'", "x[-100:1] = b'begin'", "del x[1:3]", "del x[::2]", "del x[::-1]", "del x[5:1:-2]", "del x[:]", "del x[::0]", "x += b'z'", "x += [1]", "x += 'a'", "x += 5", "x += bytearray(b'q')", "x += memoryview(b'w')", "x += x", "x *= 2", "x *= 0", "x *= -5", "x *= 'a'", "x *= 1.5", "x *= 2**70", "x[0] += 1", "x[0] += 200", "x[0:2] += b'z'", "x.x = 1", "x = x + b'1'", "x[:] = (i for i in b'gen')", "x[1:2] = memoryview(b'12345')[::2]", "x[0:0] = range(3)", "show({x: 1})", "show(hash(x))"):
    show(statement)
show("x.pop()", b"")
show("x.remove(1)", b"")
x = bytearray(b"abc")
view = memoryview(x)
for statement in ("x.append(1)", "x.pop()", "x.clear()", "x.extend(b'')", "x.extend(b'1')", "x += b'1'", "del x[0]", "x[0:1] = b'zz'", "x[0:1] = b'z'", "x[0] = 1", "x.insert(0, 1)", "x.remove(99)", "x *= 2", "x.reverse()", "x.__init__(5)", "x[:] = b''", "x *= 1", "x += b''"):
    try:
        exec(statement)
        print(statement, x)
    except Exception as error:
        print(statement, type(error).__name__, error, x)
view.release()
x.append(33)
print(x, x.__alloc__() >= len(x), bytearray(b"a'b"), bytearray(b'a"b'), bytearray(b"'\""), repr(bytearray(b"\x00\n\\")))


class Sub(bytearray):
    def __repr__(self):
        return "Sub!" + super().__repr__()


s = Sub(b"xyz")
s.tag = 1
print(s, s.copy(), type(s.copy()).__name__, s + b"", type(s + b"").__name__, s[:2], type(s * 2).__name__, s.upper(), s == b"xyz", s.tag, repr(bytearray.__repr__(s)))
