# Sets and frozensets: operators, methods, what they make of which operands, and errors.
def show(text):
    try:
        result = eval(text)
        print(text, "->", type(result).__name__, list(result) if isinstance(result, (set, frozenset)) else result)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class E(set):
    pass


class Z(frozenset):
    pass


s, f, e, z = {1, 2, 3}, frozenset([2, 3, 4]), E([1, 9]), Z([3, 9])
for operator in "| & - ^ < <= == != > >=".split():
    for left, right in ("sf", "fs", "es", "sz", "ze", "ss", ("s", "[1, 2]"), "s5", ("s", "{1: 2}")):
        show(f"{left} {operator} {right}")
for name in "union intersection difference symmetric_difference issubset issuperset isdisjoint".split():
    for arguments in ("", "[3, 4]", "f", "(8, 9)", "{1: 2}", "[2], [3]", "5", "[[]]", "x=1", "(n for n in (1, 2))"):
        show(f"s.{name}({arguments})")
for text in "set(5); set('aab') == {'a', 'b'}; set([], []); set([[]]); set(iterable=[]); E(1, 2); Z(1, 2); Z(x=1); frozenset(1, 2); hash(s); hash(f) == hash(frozenset([4, 3, 2])); {f: 1}[frozenset([2, 3, 4])]; {1, 2} in {frozenset([1, 2])}; [] in s; s.add([]); s.remove(9); s.remove([]); s.remove({5}); s.discard(9); s.discard([]); set().pop(); s.copy() is s; f.copy() is f; z.copy() is z; type(z.copy()); type(e.copy()); type(e | s); type(z & s); type(f | s); f.add; s.__or__([1]); s.__ror__(5); s.__contains__(); set.add(); set.add(5, 1); set.union(5); s.__init__(1, 2); repr(set()); repr(e); repr(z); repr(E()); s < 5; s | None; {1, True, 1.0}; len({0, False, 0.0, -0.0, 0j}); set(range(20)) - set(range(0, 20, 2)); {1} == frozenset([1]); {1} == [1]; sorted([{1, 2}, {1}, {3}], key=len)".split("; "):
    show(text)
