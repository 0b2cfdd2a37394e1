def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)


numbers = {1}
for text in (
    "{[]}", "set([[]])", "[] in numbers", "numbers.add([])", "numbers.remove([])", "numbers.remove(5)", "numbers.remove({1})",
    "numbers.discard({})", "set().pop()", "set(1)", "set(1, 2)", "set(a=1)", "frozenset(1, 2)", "numbers | [1]",
    "numbers & [1]", "[1] - numbers", "numbers < [1]", "numbers[0]", "numbers.union(1)", "numbers.isdisjoint(1)",
    "numbers.update(1)", "numbers.add()", "numbers.issubset(1)", "hash(numbers)", "frozenset().add(1)",
    "numbers.__ior__([1])", "numbers.intersection([[]])", "numbers ^ None", "numbers.symmetric_difference()",
    "frozenset([{}])", "numbers.pop(1)", "numbers + numbers",
):
    show(text)
try:
    for n in numbers:
        numbers.add(n + 1)
except RuntimeError as error:
    print(error, numbers)
try:
    numbers |= [1]
except TypeError as error:
    print(error)
