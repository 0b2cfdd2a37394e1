# One call of each way in which CPython's natives count their arguments.
calls = """
[].append() | [].append(1, 2) | [].append(x=1) | [].clear(1) | [].pop(1, 2) | [].insert(1) | [].sort(1) | [].sort(x=1)
[].sort(key=None, reverse=False, x=1) | [].sort(1, 2, 3) | len() | len(x=1) | {}.get() | {}.get(1, 2, 3) | 'a'.split(1, 2, 3)
'a'.split(sep=',', sep2=3) | 'a'.replace('a') | 'a'.replace('a', 'b', 1, 2) | 'a'.encode('utf8', encoding='utf8') | pow(1)
round(1, number=2) | (1).to_bytes(1, 2, 3) | (1).to_bytes(1, 'big', signed=1, x=3) | sum() | int('a', bas=3) | int(1, 2, 3)
str(1, 2, 3, 4) | float(x=1) | list(1, 2) | list(x=1) | set().union(x=1) | dict.fromkeys() | list.append() | list.append(5, 1)
int.__add__() | int.__add__(1) | int.__add__('a', 1) | (1).__add__(x=2) | [].__iter__(1) | (1).__pow__() | [].__setitem__(1)
list.__new__() | list.__new__(1) | list.__new__(int) | object.__new__(list) | object.__init__() | object().__init__(1) | object(1)
type() | type(1, 2) | type('a', (), 1) | super(1, 2) | super(str, 1) | property(x=1) | classmethod() | type.mro() | int.mro(1)
vars(int)['from_bytes']() | vars(int)['from_bytes'](3, b'') | vars(int)['from_bytes'](str, b'a') | vars(dict)['fromkeys']()
vars(int)['from_bytes'](bool, bytes([128]) * 8, 'little', signed=1)
"""
for call in calls.replace("\n", " | ").split(" | "):
    if call:
        try:
            print(call, eval(call))
        except Exception as error:
            print(f"{call}: {type(error).__name__}: {error}")
