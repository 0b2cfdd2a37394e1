import types
print(eval('superglobal', {'__builtins__': types.MappingProxyType({'superglobal': 1})}))
for src, b in (('print(1)', {}), ('print(1)', 123), ('class A: pass', {}), ('import os', {}), ('x', types.MappingProxyType({}))):
    try: exec(src, {'__builtins__': b}); print('ok')
    except Exception as e: print(src, type(e).__name__, e)
class FD(dict):
    def __setitem__(s, k, v): raise ValueError('frozen')
class GD(dict):
    def __getitem__(s, k): raise KeyError('gd ' + k) if k != 'q' else ValueError('q')
    def __missing__(s, k): return 'missing ' + k
try: exec('x = 1', FD()); print('set')
except ValueError as e: print(e)
try: exec('print(x)', GD(x=1))
except Exception as e: print(type(e).__name__, e)
class MD(dict):
    def __missing__(s, k): return 'm ' + k
try: print(eval('abc', MD()))
except NameError as e: print(e)
print(eval('abc', {}, MD()))
print(eval('len', {}, MD()))


class Keys:
    def __getitem__(self, key): raise KeyError(key)
    def keys(self): return ["y", "x"]


print(eval("dir()", globals(), Keys()))
