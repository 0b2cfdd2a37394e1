"""Formulas taken apart by match statements: derivatives, simplification, evaluation and printing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    value: int


@dataclass(frozen=True, slots=True)
class Variable:
    name: str


@dataclass(frozen=True, slots=True)
class Sum:
    left: object
    right: object


@dataclass(frozen=True, slots=True)
class Product:
    left: object
    right: object


@dataclass(frozen=True, slots=True)
class Power:
    base: object
    exponent: int


ZERO, ONE = Number(0), Number(1)


def derive(formula, name):
    match formula:
        case Number():
            return ZERO
        case Variable(other):
            return ONE if other == name else ZERO
        case Sum(left, right):
            return Sum(derive(left, name), derive(right, name))
        case Product(left, right):
            return Sum(Product(derive(left, name), right), Product(left, derive(right, name)))
        case Power(base, exponent):
            return Product(Product(Number(exponent), Power(base, exponent - 1)), derive(base, name))


def simplify(formula):
    match formula:
        case Sum(left, right):
            match simplify(left), simplify(right):
                case Number(0), other:
                    return other
                case other, Number(0):
                    return other
                case Number(a), Number(b):
                    return Number(a + b)
                case a, b:
                    return Sum(a, b)
        case Product(left, right):
            match simplify(left), simplify(right):
                case (Number(0), _) | (_, Number(0)):
                    return ZERO
                case Number(1), other:
                    return other
                case other, Number(1):
                    return other
                case Number(a), Number(b):
                    return Number(a * b)
                case Number(a), Product(Number(b), rest):
                    return Product(Number(a * b), rest)
                case a, b:
                    return Product(a, b)
        case Power(base, 0):
            return ONE
        case Power(base, 1):
            return simplify(base)
        case Power(base, exponent):
            return Power(simplify(base), exponent)
    return formula


def evaluate(formula, values):
    match formula:
        case Number(value):
            return value
        case Variable(name):
            return values[name]
        case Sum(left, right):
            return evaluate(left, values) + evaluate(right, values)
        case Product(left, right):
            return evaluate(left, values) * evaluate(right, values)
        case Power(base, exponent):
            return evaluate(base, values) ** exponent


def text(formula):
    match formula:
        case Number(value=value):
            return str(value)
        case Variable(name=name):
            return name
        case Sum(left=left, right=right):
            return f"({text(left)} + {text(right)})"
        case Product(left=left, right=right):
            return f"{text(left)} * {text(right)}"
        case Power(base=base, exponent=exponent):
            return f"{text(base)}^{exponent}"


def size(formula):
    match formula:
        case Sum(left, right) | Product(left, right):
            return 1 + size(left) + size(right)
        case Power(base, _):
            return 1 + size(base)
        case _:
            return 1


def commands(lines):
    """Lists and dictionaries as subjects."""
    total = 0
    for line in lines:
        match line:
            case ["add", int(a), int(b)]:
                total += a + b
            case ["sum", *items] if len(items) > 2:
                total += sum(items)
            case ["sum", *_]:
                total += 1
            case {"kind": "scale", "by": by, **rest}:
                total += by * len(rest)
            case {"kind": _}:
                total -= 1
            case _:
                total -= 2
    return total


def main():
    x, y = Variable("x"), Variable("y")
    polynomial = ZERO
    for n in range(1, 9):
        polynomial = Sum(polynomial, Product(Number(n), Power(Sum(x, Product(Number(n), y)), n)))
    measured = 0
    for _ in range(900):
        formula = polynomial
        for _ in range(3):
            formula = simplify(derive(formula, "x"))
        measured += size(formula) + len(text(formula))
        value = evaluate(formula, {"x": 3, "y": -1})
    expected = sum(n * n * (n - 1) * (n - 2) * (3 - n) ** (n - 3) for n in range(3, 9))
    assert value == expected, (value, expected)
    lines = [["add", 1, 2], ["sum", 1, 2, 3], ["sum", 4], {"kind": "scale", "by": 3, "x": 1}, {"kind": "other"}, "none"]
    total = commands(lines * 120000)
    assert total == 120000 * (3 + 6 + 1 + 3 - 1 - 2), total
    print(measured, value, total)


main()
