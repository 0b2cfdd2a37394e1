# A short-circuit operation inside another is a value there, whose truth is asked for again; a test asks once.
from itertools import product


class B:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print(self.name, end="")
        return self.truth

    def __repr__(self):
        return self.name.upper()


for e in ("(a and b) and c", "(a or b) and c", "(a and b) or c", "a and (b or c)", "not (a or b) and c", "(a or b) == c"):
    for form in ("print({}, end='|')", "if {}: print('T', end='|')", "not ({})", "(lambda: {})()"):
        for truths in product((True, False), repeat=3):
            a, b, c = map(B, "abc", truths)
            exec(form.format(e))
        print()
