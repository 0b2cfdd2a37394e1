"""An interpreter for a small language with closures: text to tokens, a tree of nodes with virtual methods, scopes as dicts."""


class Return(Exception):
    def __init__(self, value):
        super().__init__()
        self.value = value


class Scope:
    def __init__(self, parent):
        self.names = {}
        self.parent = parent

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope
            scope = scope.parent
        raise NameError(name)


class Node:
    def evaluate(self, scope):
        raise NotImplementedError


class Number(Node):
    def __init__(self, value):
        self.value = value

    def evaluate(self, scope):
        return self.value


class Name(Node):
    def __init__(self, name):
        self.name = name

    def evaluate(self, scope):
        return scope.find(self.name).names[self.name]


class Binary(Node):
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def evaluate(self, scope):
        return self.apply(self.left.evaluate(scope), self.right.evaluate(scope))


class Add(Binary):
    def apply(self, a, b):
        return a + b


class Subtract(Binary):
    def apply(self, a, b):
        return a - b


class Multiply(Binary):
    def apply(self, a, b):
        return a * b


class Quotient(Binary):
    def apply(self, a, b):
        return a // b


class Remainder(Binary):
    def apply(self, a, b):
        return a % b


class Less(Binary):
    def apply(self, a, b):
        return a < b


class Same(Binary):
    def apply(self, a, b):
        return a == b


class Let(Node):
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def evaluate(self, scope):
        scope.names[self.name] = self.value.evaluate(scope)


class Assign(Node):
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def evaluate(self, scope):
        scope.find(self.name).names[self.name] = self.value.evaluate(scope)


class If(Node):
    def __init__(self, test, body, orelse):
        self.test = test
        self.body = body
        self.orelse = orelse

    def evaluate(self, scope):
        for statement in self.body if self.test.evaluate(scope) else self.orelse:
            statement.evaluate(scope)


class While(Node):
    def __init__(self, test, body):
        self.test = test
        self.body = body

    def evaluate(self, scope):
        while self.test.evaluate(scope):
            for statement in self.body:
                statement.evaluate(scope)


class Function(Node):
    def __init__(self, parameters, body):
        self.parameters = parameters
        self.body = body

    def evaluate(self, scope):
        return Closure(self, scope)


class Closure:
    def __init__(self, function, scope):
        self.function = function
        self.scope = scope

    def call(self, arguments):
        scope = Scope(self.scope)
        for name, value in zip(self.function.parameters, arguments):
            scope.names[name] = value
        try:
            for statement in self.function.body:
                statement.evaluate(scope)
        except Return as done:
            return done.value
        return None


class Call(Node):
    def __init__(self, callee, arguments):
        self.callee = callee
        self.arguments = arguments

    def evaluate(self, scope):
        callee = self.callee.evaluate(scope)
        return callee.call([argument.evaluate(scope) for argument in self.arguments])


class ReturnStatement(Node):
    def __init__(self, value):
        self.value = value

    def evaluate(self, scope):
        raise Return(self.value.evaluate(scope))


OPERATORS = [{"<": Less, "==": Same}, {"+": Add, "-": Subtract}, {"*": Multiply, "/": Quotient, "%": Remainder}]


def tokens(text):
    at = 0
    while at < len(text):
        c = text[at]
        if c.isspace():
            at += 1
        elif c.isalnum():
            end = at
            while end < len(text) and text[end].isalnum():
                end += 1
            yield text[at:end]
            at = end
        elif text[at : at + 2] == "==":
            yield "=="
            at += 2
        else:
            yield c
            at += 1
    yield ""


class Parser:
    def __init__(self, text):
        self.tokens = list(tokens(text))
        self.at = 0

    def next(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, token):
        if self.tokens[self.at] == token:
            self.at += 1
            return True
        return False

    def expect(self, token):
        if not self.accept(token):
            raise SyntaxError(f"expected {token!r}, not {self.tokens[self.at]!r}")

    def block(self):
        self.expect("{")
        body = []
        while not self.accept("}"):
            body.append(self.statement())
        return body

    def statement(self):
        if self.accept("if"):
            test, body = self.expression(), self.block()
            return If(test, body, self.block() if self.accept("else") else [])
        if self.accept("while"):
            test = self.expression()
            return While(test, self.block())
        if self.accept("return"):
            result = ReturnStatement(self.expression())
        elif self.accept("let"):
            name = self.next()
            self.expect("=")
            result = Let(name, self.expression())
        elif self.tokens[self.at + 1] == "=":
            name = self.next()
            self.expect("=")
            result = Assign(name, self.expression())
        else:
            result = self.expression()
        self.expect(";")
        return result

    def expression(self, level=0):
        if level == len(OPERATORS):
            return self.postfix()
        left = self.expression(level + 1)
        while self.tokens[self.at] in OPERATORS[level]:
            make = OPERATORS[level][self.next()]
            left = make(left, self.expression(level + 1))
        return left

    def postfix(self):
        result = self.primary()
        while self.accept("("):
            result = Call(result, self.sequence(")", self.expression))
        return result

    def sequence(self, end, parse):
        items = []
        while not self.accept(end):
            items.append(parse())
            self.accept(",")
        return items

    def primary(self):
        token = self.next()
        if token == "(":
            result = self.expression()
            self.expect(")")
            return result
        if token == "function":
            self.expect("(")
            parameters = self.sequence(")", self.next)
            return Function(parameters, self.block())
        return Number(int(token)) if token.isdigit() else Name(token)


PROGRAM = """
let fib = function(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); };
let counter = function() { let count = 0; return function(step) { count = count + step; return count; }; };
let gcd = function(a, b) { while 0 < b { let t = a % b; a = b; b = t; } return a; };
let collatz = function(n) {
  let steps = 0;
  while 1 < n {
    if n % 2 == 0 { n = n / 2; } else { n = n * 3 + 1; }
    steps = steps + 1;
  }
  return steps;
};
let tick = counter();
let i = 1;
while i < 600 {
  tick(gcd(i * 7, 360) + collatz(i));
  i = i + 1;
}
let total = tick(0) + fib(17);
"""


def main():
    for _ in range(14):
        parser, scope = Parser(PROGRAM), Scope(None)
        while parser.tokens[parser.at]:
            parser.statement().evaluate(scope)
        total = scope.names["total"]
    assert total == 40145, total
    print(total)


main()
