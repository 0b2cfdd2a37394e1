numbers = [3, 1, 2]


def meddle(n):
    print(len(numbers))
    numbers.append(n)
    return n


try:
    numbers.sort(key=meddle)
except ValueError as error:
    print(error)
print(numbers)


def fail(n):
    numbers.append(n)
    raise KeyError(n)


try:
    numbers.sort(key=fail)
except KeyError as error:
    print("KeyError", error)
print(numbers)
numbers.sort(key=lambda n: numbers.sort() or -n)
print(numbers)
