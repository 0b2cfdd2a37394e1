"""Random programs: the rules of Python's grammar, each a method that makes one form of it.

`program(seed)` gives the source of one, which begins with program_prelude.py and always ends: loops and functions ask
fuel(). Names tell what they hold (n: a number, t: text, v: a list, d: a dict, o: an instance, f: a function, g: a
generator, h: a coroutine, K: a class), so that most of what is done to them makes sense, and some does not.
"""

import random
from pathlib import Path

PRELUDE = (Path(__file__).parent / "program_prelude.py").read_text()
NAMES = ["n0", "n1", "n2", "n3", "t0", "t1", "v0", "v1", "d0", "o0"]
START = "n0, n1, n2, n3 = 1, 2, 3, 4\nt0, t1, v0, v1, d0, o0 = 'ab', 'xyz', [1, 2, 3], [4, 5], {'a': 1, 'b': 2}, K(3)"
ERRORS = ["ValueError", "KeyError", "TypeError", "ZeroDivisionError", "LookupError", "IndexError", "Exception", "StopIteration", "GeneratorExit", "RuntimeError"]
UNARY = ["-", "+", "~", "not "]
ARITHMETIC = ["+", "-", "*", "&", "|", "^", "//", "%", "/"]
COMPARISON = ["<", "<=", "==", "!=", ">", ">="]
OPERATORS = ["add", "radd", "sub", "mul", "iadd", "isub", "and", "rmul", "floordiv"]
PROTOCOLS = [("eq", ", other", "return VALUE"), ("lt", ", other", "return VALUE"), ("bool", "", "return num(VALUE) > 1"), ("len", "", "return abs(num(VALUE)) % 5"), ("contains", ", item", "return VALUE"), ("hash", "", "return 3"),
             ("getitem", ", key", "if num(key) > 2: raise IndexError(key)", "return VALUE"), ("getattr", ", name", "if name[:2] == '__': raise AttributeError(name)", "return VALUE")]
FIRST = {"n": "2", "t": "'pq'", "v": "[7, 8]", "d": "{'a': 3}", "o": "K(2)"}
KEYS = ["'a'", "'b'", "'c'", "1", "2"]


class Scope:
    """A block that binds names: the module, a class or a function of one of four kinds."""

    def __init__(self, kind, own=()):
        self.kind, self.own, self.loop, self.handler, self.known, self.outer, self.globals = kind, list(own), False, False, [], (), []

    @property
    def is_function(self): return self.kind not in ("module", "class")


class Grammar:
    def __init__(self, seed):
        self.random, self.lines, self.depth, self.count = random.Random(seed), [], 0, 0
        self.scopes = [Scope("module", NAMES)]
        self.bound = []  # variables of the comprehensions and lambdas around an expression
        self.closed = 0  # inside these: no yield, await or walrus

    # What all rules use.

    @property
    def scope(self): return self.scopes[-1]

    def choice(self, options): return self.random.choice(options)

    def chance(self, share): return self.random.random() < share

    def some(self, make, least=0, most=3, join=", "): return join.join(make() for _ in range(self.random.randint(least, most)))

    def number(self): return str(self.random.randint(-3, 9))

    def fresh(self, letter):
        self.count += 1
        return f"{letter}{self.count + 9}"

    def line(self, text): self.lines.append("    " * self.depth + text)

    def block(self, head, make):
        """A head line, and what make() puts below it."""
        self.line(head)
        self.depth += 1
        before = len(self.lines)
        make()
        if len(self.lines) == before: self.line("pass")
        self.depth -= 1

    def known(self, letter):
        """Functions, generators, coroutines or classes that can be named here."""
        inside = [scope for scope in self.scopes if scope is self.scope or scope.kind != "class"]
        return [name for scope in inside for name in scope.known if name[0][0] == letter]

    def readable(self, letter):
        names = [name for name in NAMES if name[0] == letter]
        return self.choice(names + self.bound * (letter == "n"))

    def writable(self, letter):
        names = [name for name in self.scope.own if name[0] == letter]
        return self.choice(names) if names else None

    def pick(self, depth, options, plain):
        """One of the rules, or the plain one when the expression is deep enough."""
        if depth <= 0 or self.chance(0.15): return plain()
        return self.choice(options)(depth - 1)

    # Expressions, by what they give.

    def expr(self, depth=3):
        return self.choice([self.n, self.n, self.n, self.t, self.v, self.d, self.any])(depth)

    def n(self, depth=3):
        return self.pick(depth, [self.arithmetic, self.arithmetic, self.condition, self.conditional, self.item, self.call, self.call, self.count_of, self.attribute, self.walrus, self.boolean, self.immediate, self.suspend, self.total, self.unary, self.method],
                         lambda: self.choice([self.number, lambda: self.readable("n"), lambda: self.readable("n")])())

    def arithmetic(self, depth):
        return self.choice([f"({self.n(depth)} {self.choice(ARITHMETIC)} {self.n(depth)})", f"num({self.n(depth)} {self.choice(['**', '<<', '*'])} {self.random.randint(0, 4)})", f"({self.readable('n')} {self.choice('+-')} {self.number()})"])

    def unary(self, depth): return f"({self.choice(UNARY)}{self.n(depth)})"

    def condition(self, depth=2):
        parts = [self.n(depth), self.choice(COMPARISON), self.n(depth)]
        if self.chance(0.2): parts += [self.choice(["<", "<=", "==", "!="]), self.n(depth)]
        plain = "(" + " ".join(parts) + ")"
        return self.choice([plain, plain, f"({self.n(depth)} {self.choice(['in', 'not in'])} {self.v(depth)})", f"({self.readable('v')} is {self.choice(['', 'not '])}{self.choice([self.readable('v'), 'None'])})", f"(not {plain})", f"({self.readable('t')} {self.choice(['==', '<', '!='])} {self.t(depth)})"])

    def boolean(self, depth):
        return f"({self.n(depth)} {self.choice(['and', 'or'])} {self.condition(depth)} {self.choice(['and', 'or'])} {self.n(depth)})"

    def conditional(self, depth): return f"({self.n(depth)} if {self.truth(depth)} else {self.n(depth)})"

    def truth(self, depth=2):
        return self.choice([self.condition, self.condition, self.boolean, self.n, self.v, self.any_of, self.readable_object])(depth)

    def readable_object(self, depth): return self.readable("o")

    def any_of(self, depth): return f"{self.choice(['any', 'all'])}{self.generator_expression(depth)}"

    def item(self, depth):
        return self.choice([f"{self.v(depth)}[{self.choice([self.number(), '-1', '0', self.n(0)])}]", f"{self.d(depth)}[{self.choice(KEYS)}]", f"{self.readable('d')}.get({self.choice(KEYS)}, {self.n(depth)})", f"num({self.readable('o')}[{self.n(depth)}])"])

    def count_of(self, depth): return f"len({self.choice([self.t, self.v, self.d])(depth)})"

    def attribute(self, depth): return self.choice([f"{self.readable('o')}.a", f"num({self.readable('o')}.{self.choice('abcp')})", f"num(getattr({self.readable('o')}, {self.choice(['\'a\'', '\'b\''])}, {self.n(depth)}))"])

    def method(self, depth): return f"num({self.readable('o')}.{self.choice(['m', 's', 'q'])}({self.arguments(depth)}))"

    def total(self, depth): return self.choice([f"sum{self.generator_expression(depth)}", f"num(sum({self.v(depth)}))", f"max({self.n(depth)}, {self.n(depth)}, key=lambda k: {self.inside(['k'], lambda: self.n(depth))})", f"num(next({self.generator_expression(depth)}, None))"])

    def walrus(self, depth):
        name = self.writable("n")
        return f"({name} := {self.n(depth)})" if name and not self.closed and self.scope.kind != "class" else self.n(depth)

    def inside(self, names, make, closed=True):
        """What make() gives where these names are bound."""
        self.bound += names
        self.closed += closed
        text = make()
        self.closed -= closed
        del self.bound[len(self.bound) - len(names):]
        return text

    def immediate(self, depth):
        name = self.fresh("k")
        body = self.inside([name], lambda: self.n(depth))
        return self.choice([f"(lambda {name}: {body})({self.n(depth)})", f"(lambda {name}={self.n(depth)}: {body})()", f"(lambda *x, {name}=2, **y: num(x) + {body})({self.arguments(depth)})"])

    def suspend(self, depth):
        kind = None if self.closed else self.scope.kind
        if kind in ("generator", "async generator") and self.chance(0.6): return f"num((yield {self.expr(depth)}))"
        if kind == "generator" and self.known("g"): return f"num((yield from {self.generator_call(depth)}))"
        if kind in ("async", "async generator"): return f"num(await {self.awaitable(depth)})"
        return self.n(depth)

    def awaitable(self, depth): return self.call_of("h", depth) if self.known("h") and self.chance(0.5) else f"Pause({self.n(depth)})"

    def call(self, depth): return f"num({self.call_of('f', depth)})" if self.known("f") else self.n(depth)

    def call_of(self, letter, depth):
        name, parameters = self.choice(self.known(letter))
        return f"{name}({self.fitting(parameters, depth) if self.chance(0.85) else self.arguments(depth)})"

    def generator_call(self, depth): return self.call_of("g", depth) if self.known("g") else self.v(depth)

    def fitting(self, parameters, depth):
        """Arguments for what must be given: by position, by name, or from a star."""
        plain, named = parameters
        values = [self.n(depth) for _ in plain]
        style = self.random.random()
        if style < 0.15: parts = ["*[" + ", ".join(values) + "]"]
        elif style < 0.3: parts = [f"{name}={value}" for name, value in zip(plain, values)]
        elif style < 0.4: parts = ["**{" + ", ".join(f"'{name}': {value}" for name, value in zip(plain, values)) + "}"]
        else: parts = values
        return ", ".join(parts + [f"{name}={self.n(depth)}" for name in named])

    def arguments(self, depth):
        parts = [self.expr(depth) for _ in range(self.random.randint(0, 2))]
        if self.chance(0.15): parts.append(f"*{self.v(depth)}")
        if self.chance(0.1): parts.append(f"k={self.n(depth)}")
        if self.chance(0.1): parts.append(f"**{self.d(depth)}")
        return ", ".join(parts)

    def t(self, depth=3): return self.pick(depth, [self.formatted, self.formatted, self.text_method, self.slice_of_text, self.text_sum, self.text_choice], lambda: self.choice([repr(self.choice(["", "a", "xy", "é{}", "b b"])), self.readable("t")]))

    def formatted(self, depth):
        pieces = [self.choice(["x", " ", "{{", "é", f"{{({self.n(depth)})!r}}", f"{{seen({self.expr(depth)})}}", f"{{{self.readable('n')}:>{self.random.randint(1, 5)}}}", f"{{{self.readable('t')}=}}", f"{{({self.n(depth)}):{{{self.random.randint(1, 4)}}}}}"]) for _ in range(self.random.randint(1, 3))]
        quote = self.choice(['"', '"""'])
        return f"f{quote}{''.join(pieces)}{quote}"

    def text_method(self, depth): return f"{self.t(depth)}.{self.choice(['upper()', 'strip()', 'title()', 'replace(\'a\', \'bc\')', 'join([\'p\', \'q\'])', 'center(6, \'*\')'])}"

    def slice_of_text(self, depth): return f"{self.t(depth)}[{self.slice(depth)}]"

    def text_sum(self, depth): return self.choice([f"({self.t(depth)} + {self.t(depth)})[:9]", f"('%s-%r' % ({self.n(depth)}, {self.t(depth)}))", f"str({self.n(depth)})", f"({self.t(depth)} * {self.random.randint(0, 2)})[:9]"])

    def text_choice(self, depth): return f"({self.t(depth)} if {self.truth(depth)} else {self.t(depth)})"

    def slice(self, depth):
        parts = [self.choice(["", self.number(), self.n(depth)]) for _ in range(2)]
        return ":".join(parts + [self.choice(["2", "-1", ""])] * self.chance(0.3))

    def v(self, depth=3): return self.pick(depth, [self.list_display, self.list_display, self.comprehension, self.comprehension, self.list_slice, self.list_made, self.list_sum], lambda: self.choice([lambda: self.readable("v"), lambda: f"[{self.some(self.number)}]"])())

    def list_display(self, depth): return f"[{self.some(lambda: self.starred(depth), 0, 3)}]"

    def starred(self, depth): return f"*{self.v(depth)}" if self.chance(0.2) else self.n(depth)

    def list_slice(self, depth): return f"{self.v(depth)}[{self.slice(depth)}]"

    def list_sum(self, depth): return f"({self.v(depth)} + {self.v(depth)})[:9]"

    def list_made(self, depth): return self.choice([f"list({self.generator_expression(depth)})", f"sorted({self.v(depth)}, key=lambda k: {self.inside(['k'], lambda: self.n(depth))})", f"list(map(lambda k: {self.inside(['k'], lambda: self.n(depth))}, {self.v(depth)}))", f"list({self.readable('d')}.values())", f"[*{self.readable('d')}]", f"list(zip({self.v(depth)}, {self.v(depth)}))", f"list({self.readable('o')})[:9]", f"list({self.generator_call(depth)})[:9]", f"sorted({{{self.some(self.number, 1)}, *{self.v(depth)}}}, key=num)"])

    def comprehension(self, depth):
        if not self.closed and self.scope.kind in ("async", "async generator") and self.known("h") and self.chance(0.5): return self.asynchronous_comprehension(depth)
        head, names = self.clauses(depth)
        made = self.choice([f"[{self.inside(names, lambda: self.n(depth))} {head}]", f"[{self.inside(names, lambda: self.n(depth))} {head}]", f"sorted({{{self.inside(names, lambda: self.n(depth))} {head}}}, key=num)",
                            f"list({{{self.inside(names, lambda: self.n(depth))}: {self.inside(names, lambda: self.n(depth))} {head}}}.items())", f"[(lambda k={names[-1]}: k + {names[0]})() {head}]", f"[f() for f in [lambda: {names[0]} {head}]]"])
        return made + "[:9]"

    def asynchronous_comprehension(self, depth):
        name = self.fresh("c")
        return f"[{self.inside([name], lambda: self.n(depth))} async for {name} in each({self.v(depth)})][:9]"

    def clauses(self, depth):
        """The clauses of a comprehension and the names that they bind."""
        first = self.fresh("c")
        parts, names = [f"for {first} in {self.inside([], lambda: self.walked(depth))}"], [first]
        if self.chance(0.3): parts.append(f"if {self.inside(names, lambda: self.truth(depth))}")
        if self.chance(0.25):
            names.append(self.fresh("c"))
            parts.append(f"for {names[-1]} in {self.inside(names[:1], lambda: self.walked(min(depth, 1)))}")
            if self.chance(0.3): parts.append(f"if {self.inside(names, lambda: self.truth(1))}")
        return " ".join(parts), names

    def walked(self, depth): return self.choice([f"range({self.random.randint(0, 4)})", self.v(depth), self.v(depth), f"({self.v(depth)}[0],)", self.readable("v")])

    def generator_expression(self, depth):
        head, names = self.clauses(depth)
        return f"({self.inside(names, lambda: self.n(depth))} {head})"

    def d(self, depth=3): return self.pick(depth, [self.dict_display, self.dict_comprehension], lambda: self.readable("d"))

    def dict_display(self, depth): return "{" + self.some(lambda: f"**{self.d(depth)}" if self.chance(0.2) else f"{self.choice(KEYS)}: {self.n(depth)}", 0, 3) + "}"

    def dict_comprehension(self, depth):
        head, names = self.clauses(depth)
        return f"{{{self.choice(names + KEYS)}: {self.inside(names, lambda: self.n(depth))} {head}}}"

    def any(self, depth=3): return self.pick(depth, [self.instance, self.pair, self.operation, self.operation], lambda: self.choice(["None", "True", "1.5", self.readable("o")]))

    def instance(self, depth): return self.call_of("K", depth) if self.known("K") else f"K({self.n(depth)})"

    def pair(self, depth): return f"({self.expr(depth)}, {self.expr(depth)})"

    def operation(self, depth): return self.choice([f"({self.readable('o')} {self.choice(['+', '-', '*', '&', '<', '==', '//'])} {self.n(depth)})", f"({self.n(depth)} {self.choice(['+', '*', '>', '!='])} {self.readable('o')})", f"({self.n(depth)} in {self.readable('o')})", f"{self.readable('o')}({self.n(depth)})"])

    # Statements.

    def body(self, depth, least=1, most=3):
        for _ in range(self.random.randint(least, most)): self.statement(depth)

    def statement(self, depth):
        simple = [self.assign] * 5 + [self.augment] * 3 + [self.printed] * 3 + [self.unpack, self.delete, self.change, self.change, self.assertion, self.leave, self.leave, self.fail, self.expression, self.expression]
        compound = [self.conditioned] * 3 + [self.for_loop] * 3 + [self.while_loop] * 2 + [self.attempt] * 4 + [self.managed, self.managed, self.function, self.function, self.matched, self.matched, self.made_class, self.play]
        self.choice(simple if depth <= 0 or self.chance(0.5) else compound)(depth - 1)

    def printed(self, depth): self.line(f"show({self.fresh('')}, {self.some(self.expr, 1, 2)})")

    def expression(self, depth): self.line(self.choice([self.n, self.walrus, self.suspend, self.call, self.method])(2))

    def assign(self, depth):
        name = self.choice(self.scope.own)
        value = {"n": self.n, "t": self.t, "v": self.v, "d": self.d, "o": self.instance}[name[0]](3)
        again = self.writable(name[0])
        self.line(self.choice([f"{name} = {value}", f"{name} = {value}", f"{again} = {name} = {value}", f"{name}: {self.choice(['int', 'list[int]', '\'later\''])} = {value}"]) if name not in self.scope.outer else f"{name} = {value}")

    def augment(self, depth):
        letter = self.choice("nnntvdo")
        name = self.writable(letter)
        if not name: return self.expression(depth)
        if letter == "n": self.line(self.choice([f"{name} {self.choice(['+', '-', '|', '^', '//', '%'])}= {self.n(2)}", f"{self.readable('o')}.a {self.choice('+-')}= {self.n(2)}", f"{self.readable('v')}[{self.number()}] {self.choice('+-')}= {self.n(2)}", f"{self.readable('d')}[{self.choice(KEYS)}] += {self.n(2)}"]))
        elif letter == "t": self.line(f"{name} += {self.t(1)}; {name} = {name}[-9:]")
        elif letter == "v": self.line(f"{name} += {self.v(2)}; del {name}[9:]")
        elif letter == "d": self.line(f"{name} |= {self.d(2)}")
        else: self.line(f"{name} {self.choice(['+', '-', '*'])}= {self.n(2)}")

    def unpack(self, depth):
        names = [self.writable("n") or f"{self.readable('o')}.a" for _ in range(3)]
        self.line(self.choice([f"{names[0]}, {names[1]} = {self.n(2)}, {self.n(2)}", f"{names[0]}, {names[1]} = {self.v(2)}", f"{names[0]}, *{self.writable('v') or names[1]} = {self.v(2)}", f"[{names[0]}, ({names[1]}, {names[2]})] = {self.n(1)}, ({self.n(1)}, {self.n(1)})", f"{names[0]}, {self.readable('v')}[0] = {self.readable('d')}['a'], {self.readable('o')}.b = {self.n(1)}, {self.n(1)}",
                               f"for {names[0]}, *{names[1]} in [{self.v(1)}, {self.v(1)}]: show({self.fresh('')}, {names[1]}); {names[1]} = 0"]))

    def delete(self, depth):
        name = self.choice(self.scope.own)
        self.line(self.choice([f"del {name}; {name} = {self.n(2) if name[0] == 'n' else name[0].join(['', ''])!r}" if name[0] in "nt" else f"del {self.readable('v')}[0]", f"del {self.readable('v')}[{self.slice(1)}]", f"del {self.readable('d')}[{self.choice(KEYS)}]", f"del {self.readable('o')}.{self.choice('ab')}", f"del {self.readable('v')}[0], {self.readable('v')}[0]"]))

    def change(self, depth): self.line(self.choice([f"len({(v := self.readable('v'))}) < 9 and {v}.append({self.n(2)})", f"{self.readable('v')}.pop({self.choice(['', '0'])})", f"{self.readable('v')}[{self.number()}] = {self.n(2)}", f"{self.readable('v')}[{self.slice(1)}] = {self.v(1)}; del {v}[9:]", f"{self.readable('d')}[{self.choice(KEYS)}] = {self.n(2)}", f"{self.readable('o')}.{self.choice('abc')} = {self.n(2)}", f"{v}.sort(key=num)", f"{v}.extend({self.generator_expression(1)}); del {v}[9:]"]))

    def assertion(self, depth): self.line(f"assert {self.truth()}, {self.expr(2)}" if self.chance(0.7) else f"assert {self.truth()}")

    def fail(self, depth):
        error = f"{self.choice(ERRORS)}({self.some(self.n, 0, 1)})"
        self.line(self.choice([f"if {self.truth()}: raise {error}", f"if {self.truth()}: raise {error} from {self.choice(['None', f'{self.choice(ERRORS)}(1)'])}", f"raise {error}", "raise" if self.scope.handler else f"if {self.truth()}: raise {self.choice(ERRORS)}"]))

    def leave(self, depth):
        """return, break or continue, where it may stand."""
        ways = [way for way in ("break", "continue") if self.scope.loop]
        if self.scope.is_function: ways.append("return" if self.scope.kind == "async generator" else f"return {self.expr(2)}")
        if not ways: return self.printed(depth)
        self.line(f"if {self.truth()}: {self.choice(ways)}" if self.chance(0.8) else self.choice(ways))

    def conditioned(self, depth):
        self.block(f"if {self.truth()}:", lambda: self.body(depth))
        if self.chance(0.3): self.block(f"elif {self.truth()}:", lambda: self.body(depth))
        if self.chance(0.4): self.block("else:", lambda: self.body(depth))

    def looped(self, head, depth, first=None):
        scope, outer = self.scope, self.scope.loop

        def inside():
            if first: self.line(first)
            self.body(depth)
        scope.loop = True
        self.block(head, inside)
        scope.loop = outer
        if self.chance(0.3): self.block("else:", lambda: self.body(depth))

    def for_loop(self, depth):
        target = self.writable("n") or self.fresh("w")
        head = self.choice([f"for {target} in {self.walked(2)}:", f"for {target} in range({self.random.randint(0, 5)}):", f"for {target}, {self.fresh('w')} in {self.choice([f'enumerate({self.v(1)})', f'zip({self.v(1)}, {self.t(1)})', f'list({self.readable('d')}.items())', f'[(1, 2), {self.v(1)}]'])}:", f"for {target} in {self.readable('v')}:", f"for {target} in {self.generator_call(1)}:", f"for {target} in {self.generator_expression(2)}:", f"for {self.writable('t') or self.fresh('w')} in {self.readable('d')}:",
                            f"for {target} in iter(lambda: fuel({self.inside([], lambda: self.n(1))}), False):", f"for {target} in {self.readable('o')}:", f"for {target} in {self.number()}, *{self.v(1)}:"])
        if self.scope.kind.startswith("async") and self.known("h") and self.chance(0.3): head = f"async for {target} in each({self.v(1)}):"
        self.looped(head, depth, "if not fuel(): break")

    def while_loop(self, depth):
        if self.chance(0.4):
            counter = self.fresh("w")
            self.line(f"{counter} = 0")
            return self.looped(f"while {counter} < {self.random.randint(1, 4)}{self.choice(['', f' and {self.truth()}', f' or fuel({self.truth()})'])}:", depth, f"{counter} += 1")
        self.looped(self.choice([f"while fuel({self.truth()}):", f"while fuel() and {self.truth()}:", f"while not (not fuel() or {self.truth()}):", f"while fuel({self.any_of(2)}):", "while True:", f"while (fuel() and (lambda k: k < {self.inside(['k'], lambda: self.n(1))})({self.n(1)})):", f"while fuel(({self.writable('n') or self.fresh('w')} := {self.n(1)}) < 5):"]), depth, "if not fuel(): break")

    def attempt(self, depth):
        group = self.chance(0.12)
        self.block("try:", lambda: self.body(depth, 1, 4))
        handlers = self.random.randint(0 if not group else 1, 2)
        for place in range(handlers): self.handler(depth, group, place == handlers - 1)
        if handlers and self.chance(0.25): self.block("else:", lambda: self.body(depth))
        if not handlers or self.chance(0.35): self.block("finally:", lambda: self.body(depth))

    def handler(self, depth, group, last):
        kind = self.choice([self.choice(ERRORS), f"({self.choice(ERRORS)}, {self.choice(ERRORS)})", "Exception", "Exception"])
        name, scope, outer = self.fresh("e"), self.scope, self.scope.handler

        def inside():
            self.line(f"trouble({self.fresh('')}, {name})")
            if not group: self.body(depth, 0, 2)
        scope.handler = True
        if last and not group and self.chance(0.2): self.block("except:", lambda: self.body(depth))
        else: self.block(f"except{'*' * group} {kind} as {name}:", inside)
        scope.handler = outer

    def managed(self, depth):
        word = "async with" if self.scope.kind.startswith("async") and self.chance(0.4) else "with"
        items = [f"Manager({self.n(2)}, {self.choice(['True', 'False', 'False', self.truth()])})" + self.choice(["", f" as {self.writable('n') or self.fresh('w')}"]) for _ in range(self.random.randint(1, 2))]
        self.block(f"{word} ({', '.join(items)}):" if self.chance(0.3) else f"{word} {', '.join(items)}:", lambda: self.body(depth))

    def matched(self, depth):
        subject = self.choice([self.n(2), self.v(2), self.pair(1), self.d(2), self.readable("o"), self.expr(2)])

        def cases():
            for _ in range(self.random.randint(1, 3)):
                pattern = self.pattern(2, {})
                self.block(f"case {pattern}{f' if {self.truth()}' if self.chance(0.2) or pattern.isidentifier() else ''}:", lambda: self.body(depth))
            if self.chance(0.5): self.block("case _:", lambda: self.body(depth))
        self.block(f"match {subject}:", cases)

    def pattern(self, depth, used):
        def capture():
            free = [name for name in self.scope.own if name[0] == "n" and name not in used]
            if not free: return "_"
            name = self.choice(free)
            used[name] = True
            return name

        def sequence():
            parts = [self.pattern(depth - 1, used) for _ in range(self.random.randint(0, 2))]
            if self.chance(0.4): parts.insert(self.random.randint(0, len(parts)), f"*{capture()}")
            return f"[{', '.join(parts)}]"

        def mapping():
            rest = capture() if self.chance(0.3) else "_"
            return "{" + ", ".join([f"'{key}': {self.pattern(depth - 1, used)}" for key in self.random.sample("abc", self.random.randint(0, 2))] + [f"**{rest}"] * (rest != "_")) + "}"

        def named():
            # a capture must come last among alternatives, and bind the same names in each
            return f"({' | '.join(self.choice(['1', '2', '\'ab\'', 'None', 'True', '-3', 'int()', '[]', '[1, _]']) for _ in range(2))}) as {name}" if (name := capture()) != "_" else "_"
        literal = lambda: self.choice(["0", "1", "2", "-1", "'ab'", "None", "True", "1 | 2 | 3", "'a' | 'b'", "1.5"])
        if depth <= 0: return self.choice([literal, literal, capture])()
        return self.choice([literal, sequence, sequence, mapping, named, lambda: f"int({self.choice([capture(), literal()])})", lambda: f"K(a={self.pattern(depth - 1, used)})", lambda: f"{self.choice(['str', 'list', 'dict'])}()"])()

    # Functions, generators, coroutines and classes.

    def parameters(self, first=""):
        """Text of parameters, the names that must be given (by position, by name), and the names that they bind."""
        plain, defaults, named = [], [], []
        pool = self.random.sample(["n0", "n1", "n2", "n3"], self.random.randint(0, 4))
        for name in pool: self.choice([plain, plain, defaults, named]).append(name)
        parts = [first] * bool(first) + plain
        if plain and self.chance(0.1): parts.append("/")
        parts += [f"{name}={self.inside([], lambda: self.n(1))}" for name in defaults]
        only_by_place = "/" in parts
        if self.chance(0.2): parts.append("*v0")
        elif named: parts.append("*")
        needed = []
        for name in named if "*" in parts or "*v0" in parts else []:
            if self.chance(0.5): parts.append(f"{name}={self.n(1)}")
            else:
                parts.append(name)
                needed.append(name)
        if self.chance(0.15): parts.append("**d0")
        binds = pool + ["v0"] * ("*v0" in parts) + ["d0"] * ("**d0" in parts)
        return ", ".join(parts), (plain if not only_by_place or self.chance(0.3) else plain, needed), binds

    def function(self, depth, first="", name=None):
        if len(self.scopes) > 4: return self.printed(depth)
        kind = self.choice(["function"] * 3 + ["generator"] * 2 + ["async", "async generator"]) if not name else "function"
        letter = {"function": "f", "generator": "g", "async": "h", "async generator": "x"}[kind]
        given = name or self.fresh(letter)
        text, needed, binds = self.parameters(first)
        for _ in range(self.chance(0.15) + self.chance(0.05)): self.line(self.choice(["@plain", f"@marked({self.arguments(1)})", f"@(lambda k: k)", "@wrapped" if kind == "function" else "@plain"]))
        head = f"{'async ' * kind.startswith('async')}def {given}({text}){self.choice(['', '', f' -> {self.inside([], lambda: self.n(1))}'])}:"
        if not name: self.scope.known.append((given, needed))
        saved, self.bound, self.closed = (self.bound, self.closed), [], 0
        scope = Scope(kind, binds)
        self.scopes.append(scope)
        self.block(head, lambda: self.function_body(scope, depth, binds))
        self.scopes.pop()
        self.bound, self.closed = saved
        if name or self.scope.kind == "class": return
        if kind == "async" and self.chance(0.7): self.line(f"show({self.fresh('')}, drive({given}({self.fitting(needed, 1)})))")
        if kind == "function" and self.chance(0.5): self.line(f"show({self.fresh('')}, {given}({self.fitting(needed, 1)}))")

    def function_body(self, scope, depth, binds):
        free = [name for name in NAMES if name not in binds]
        scope.outer = self.random.sample(free, min(len(free), self.choice([0, 0, 1, 2])))
        for name in scope.outer:
            around = next((outer for outer in reversed(self.scopes[:-1]) if outer.is_function and name in outer.own), None)
            if not around or name in around.globals or self.chance(0.2): scope.globals.append(name)
            self.line(f"{'global' if name in scope.globals else 'nonlocal'} {name}")
        own = self.random.sample([name for name in free if name not in scope.outer], self.random.randint(not binds, 2))
        self.line("if not fuel(): return" + (" 0" if scope.kind != "async generator" else ""))
        scope.own = binds + scope.outer + own
        for name in own:
            self.line(f"{'if not fuel(): ' * self.chance(0.1)}{name} = {FIRST[name[0]]}")
        if scope.kind in ("generator", "async generator"): self.line(f"yield {self.n(1)}")
        self.body(depth, 2, 4)
        if scope.kind != "async generator" and self.chance(0.7): self.line(f"return {self.expr(2)}")

    def play(self, depth):
        if not self.known("g"): return self.function(depth)
        actions = [f"('{kind}', {self.choice([self.n(1), f'{self.choice(ERRORS)}({self.number()})']) if kind != 'throw' else f'{self.choice(ERRORS)}({self.number()})'})" for kind in self.random.choices(["next", "next", "send", "throw", "close"], k=self.random.randint(1, 5))]
        self.line(f"play({self.call_of('g', 1)}, [{', '.join(actions)}])")

    def made_class(self, depth):
        if len(self.scopes) > 3: return self.printed(depth)
        name = self.fresh("K")
        bases = self.choice([name for name, _ in self.known("K")] or ["K"]) if self.chance(0.7) else "K"
        self.scope.known.append((name, ([], [])))
        saved, self.bound, self.closed = (self.bound, self.closed), [], 0
        self.scopes.append(Scope("class", ["n0", "n1", "v0"]))
        if self.chance(0.15): self.line(f"@marked({self.number()})")
        self.block(f"class {name}({bases}):", lambda: self.class_body(min(depth, 1)))
        self.scopes.pop()
        self.bound, self.closed = saved
        own = self.writable("o")
        if own: self.line(f"{own} = {name}({self.some(self.n, 0, 1)})")

    def class_body(self, depth):
        self.body(depth, 0, 2)
        members = [self.initialised, self.initialised, self.operator, self.operator, self.operator, self.named_method, self.named_method, self.decorated, self.walkable, self.protocol, self.described]
        for _ in range(self.random.randint(1, 4)): self.choice(members)(depth)

    def member(self, head, result, depth):
        """A method of few statements that ends in a result."""
        scope = Scope("function", ["n0", "v0"])
        saved, self.bound, self.closed = (self.bound, self.closed), [], 0
        self.scopes.append(scope)

        def inside():
            self.line(f"n0, v0 = {self.random.randint(0, 3)}, [1]")
            self.line(f"if not fuel(): return {'iter(v0)' if '__iter__' in head else 'n0'}")
            self.body(depth, 0, 2)
            for text in result: self.line(text.replace("VALUE", self.n(2)))
        self.block(head, inside)
        self.scopes.pop()
        self.bound, self.closed = saved

    def initialised(self, depth):
        self.block("def __init__(self, *given, **named):", lambda: (self.line(self.choice(["super().__init__(*given, **named)", "super().__init__(4)", "K.__init__(self, *given)", f"self.a = {self.number()}"])), self.line(f"self.{self.choice('bc')} = {self.number()}")))

    def operator(self, depth): self.member(f"def __{self.choice(OPERATORS)}__(self, other):", [self.choice(["return VALUE", "return self", "return NotImplemented", "return type(self)(VALUE)"])], depth)

    def named_method(self, depth): self.member(f"def {self.choice(['m', 's', 'q', '__call__'])}(self, *given, k=1, **named):", [self.choice(["return VALUE", "return super().m()", "return self.a + VALUE", "return [given, k, VALUE]", "return (lambda: super().a)()", "return __class__.__name__"])], depth)

    def decorated(self, depth):
        way, first = self.choice([("@staticmethod", ""), ("@classmethod", "cls, "), ("@property", "self, ")])
        self.line(way)
        self.member(f"def {self.choice(['m', 's', 'p'] if way != '@property' else ['p', 'b'])}({first}*given):", ["return VALUE"], depth)

    def walkable(self, depth):
        scope = Scope("generator", ["n0"])
        saved, self.bound, self.closed = (self.bound, self.closed), [], 0
        self.scopes.append(scope)
        self.block("def __iter__(self):", lambda: (self.line("n0 = 1"), self.line("if not fuel(): return"), self.line(f"yield {self.n(1)}"), self.body(depth, 1, 2)))
        self.scopes.pop()
        self.bound, self.closed = saved

    def protocol(self, depth):
        name, more, *result = self.choice(PROTOCOLS)
        self.member(f"def __{name}__(self{more}):", result, depth)

    def described(self, depth): self.line(f"{self.choice('abc')} = {self.choice(['Plain()', self.number(), 'property(lambda self: 4)', 'lambda self=None: 6'])}")

    # The whole.

    def chunk(self):
        """A statement at the top whose trouble does not end the program."""
        if self.chance(0.9):
            self.block("try:", lambda: self.statement(4))
            name = self.fresh("e")
            self.block(f"except BaseException as {name}:", lambda: self.line(f"trouble({self.fresh('')}, {name})"))
        else: self.function(4)

    def program(self, chunks):
        self.line(START)
        self.block("async def each(values):", lambda: self.block("for value in values:", lambda: (self.line("if not fuel(): return"), self.line("await Pause(value)"), self.line("yield value"))))
        for _ in range(chunks): self.chunk()
        self.line(f"show('end', {', '.join(NAMES)})")
        for _ in range(2): self.statement(3)
        return "\n".join(self.lines) + "\n"


def program(seed, chunks=5):
    return PRELUDE + Grammar(seed).program(chunks)
