def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)


numbers = [1, 2, 3]
for text in (
    "numbers[3]", "numbers[-4]", "numbers['a']", "numbers[1.0]", "numbers[None]", "numbers[1 << 70]",
    "numbers['a':]", "numbers[::0]", "[].pop()", "numbers.pop(7)", "numbers.pop('a')", "numbers.remove(9)",
    "numbers.index(9)", "numbers.index(1, 'a')", "numbers.insert('a', 1)", "numbers.extend(1)", "list(1)",
    "list(1, 2)", "list(a=1)", "numbers.append()", "numbers.append(1, 2)", "numbers.sort(1)", "numbers.sort(cmp=1)",
    "numbers.clear(1)", "numbers.count()", "numbers.pop(1, 2)", "numbers.insert(1)", "numbers + (1,)", "numbers * 1.5",
    "'a' * numbers", "numbers * (1 << 62)", "numbers * (1 << 70)", "numbers < (1,)", "[1] < ['a']", "hash(numbers)",
    "numbers.__setitem__(3, 0)", "numbers.__delitem__(3)", "numbers.__delitem__('a')", "numbers.__setitem__('a', 0)",
    "list.append(1, 2)", "list.append()", "numbers.missing", "[1, 'a', 2].sort()", "numbers(1)", "numbers + None",
):
    show(text)
print(numbers)
