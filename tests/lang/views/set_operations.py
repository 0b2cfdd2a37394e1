# Views of keys and items as sets: operators with all kinds of operands, the order of what they make, comparison.
a, b = {1: 2, 3: 4, 7: 8}, {5: 6, 1: 2, 3: 5, 9: 1}


def show(text):
    try:
        result = eval(text)
        print(text, "->", type(result).__name__, list(result) if isinstance(result, (set, frozenset)) else result)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


others = ["b.keys()", "b.items()", "b.values()", "{1, 3}", "frozenset([1])", "[1, 1, 3]", "(x for x in (1, 5))", "b", "(8, 9)", "5", "None", "[[]]"]
for operator in "& | - ^ == != < <= > >=".split():
    for other in others:
        show(f"a.keys() {operator} {other}")
        show(f"a.items() {operator} {other}")
        show(f"{other} {operator} a.keys()")
for text in """a.values() == a.values(); a.keys() == a.keys(); a.items() == dict(a).items(); a.values() & {2}; a.keys().isdisjoint([9]); a.keys().isdisjoint([3, []]); a.items().isdisjoint({(1, 2)})
    (1, 2) in a.items(); (1, 3) in a.items(); 1 in a.items(); [1, 2] in a.items(); (1, 2, 3) in a.items(); 3 in a.keys(); [] in a.keys(); 4 in a.values(); [] in a.values(); (1.0, 2.0) in a.items()
    len(a.items()); repr(a.keys()); repr(a.values()); repr(a.items()); repr({}.keys()); hash(a.keys()); a.keys()[0]; a.keys().mapping; a.keys().mapping[1]; a.keys().mapping is a; list(reversed(a.items())); list(reversed(a.keys()))
    a.keys().add(5); dict.keys(5); type(a.keys())(); a.keys() + a.keys(); a.keys() * 2; bool({}.items()); a.items() ^ b.items(); b.items() ^ a.items(); {1: []}.items() ^ {1: []}.items(); {1: []}.items() & {1: []}.items(); {1: []}.items() ^ {2: []}.items()""".replace("\n", ";").split(";"):
    show(text.strip())
keys = a.keys()
keys &= {1, 3}
print(type(keys), keys)
keys |= {5}
print(keys)
