# operators and methods: which type the result has, and what is refused
class F(frozenset):
    def __new__(cls, *items, tag=None):
        self = super().__new__(cls, *items)
        self.tag = tag
        return self


f = frozenset([1, 2, 3])
tagged = F([1], tag="t")

def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, str(error).partition(" at 0x")[0])


show("f | {4}", "{4} | f == f | {4}", "type({4} | f)", "f - {1}", "f & {1, 9}", "f ^ {1, 9}", "f.union([7], (8,), {9: 0})",
     "f.intersection([1], [1, 2])", "f.intersection()", "f.difference([1], [2])", "f.symmetric_difference([1])", "f | [1]", "f & 'a'",
     "f.__and__([1])", "f.__rand__({1})", "f.__rsub__({1, 9})", "{1: 2}.keys() - f", "{1: 2, 5: 6}.keys() & f", "f - {1: 2}.keys()",
     "f == {1: 1, 2: 2, 3: 3}.keys()", "f + f", "f * 2", "-f", "f[0]", "f()", "f < [1]", "f.x", "f.__eq__([1])", "f.__lt__(5)")
show("f.union(5)", "f.union([[]])", "f.intersection([[]])", "f.difference([[]])", "f.issubset(5)", "f.isdisjoint(5)", "[] in f", "{1} in f",
     "{1} in frozenset([f, frozenset([1])])", "f.issubset(range(5))", "f.issuperset([1])", "f.isdisjoint([9])", "f < f, f <= f, f >= {1}",
     "frozenset(1)", "frozenset([[]])", "frozenset([1], [2])", "frozenset(items=[1])", "frozenset.__new__(set)", "setattr(f, 'a', 1)")
show("type(tagged | tagged)", "type(tagged.copy())", "tagged.copy() is tagged", "tagged == {1}", "hash(tagged) == hash(frozenset([1]))",
     "type(F.union(tagged, [2]))", "frozenset(tagged) is tagged", "tagged", "tagged.tag, tagged.__dict__", "F(tag=1)", "F([1], [2])")
for name in ("add", "remove", "discard", "pop", "clear", "update", "__ior__", "__iand__", "difference_update", "__isub__"):
    show("f.%s" % name)
