numbers = list(range(10))
bounds = (None, 0, 1, 4, 9, 10, 15, -1, -4, -10, -15)
for step in (None, 1, 2, 3, -1, -2, -7):
    for start in bounds:
        print(step, start, [numbers[start:stop:step] for stop in bounds])

for start in bounds:
    for step in (None, 2, -3):
        rest = list(numbers)
        del rest[start:8:step]
        replaced = list(numbers)
        replaced[start:8] = "ab"
        print(start, step, rest, replaced)
