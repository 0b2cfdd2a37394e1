def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)


empty = {}
for text in (
    "empty['a']", "empty[1, 2]", "empty.pop(1)", "empty.popitem()", "empty.__delitem__('x')", "empty[[]]", "{[]: 1}",
    "[] in empty", "empty.get({})", "dict(1)", "dict([1])", "dict([[1]])", "dict(['ab', 'abc'])", "dict(1, 2)",
    "dict(['ab', 3])", "empty.update(1, 2)", "empty.update([(1, 2, 3)])", "dict.fromkeys(1)", "dict.fromkeys([[]])",
    "empty < empty", "empty | []", "empty + empty", "hash(empty)", "hash(empty.keys())", "empty.pop()",
    "empty.setdefault()", "empty.get()", "empty.keys()[0]", "empty.keys().mapping['x']", "empty.values() & set()",
    "iter(empty).__next__()", "empty.keys() & 1", "empty.items() | 1", "type(empty.keys())()", "empty.missing",
    "empty.clear(1)", "dict.get({})", "dict.get(1, 2)", "reversed({1})", "{1: 2}.items() <= 5",
):
    show(text)
print(empty)
