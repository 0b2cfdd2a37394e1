class Emptying:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False


for search in (lambda t, x: x in t, lambda t, x: t.count(x), lambda t, x: t == [x] * 5):
    target = []
    target.extend(Emptying(target) for _ in range(5))
    print(search(target, 0), target)
    target.clear()


class Removing(Emptying):
    def __eq__(self, other):
        self.target.clear()
        return True


target = []
target.extend(Removing(target) for _ in range(5))
print(target.remove(0), target)
numbers = [1, 2, 3]
for n in numbers:
    if n < 4:
        numbers.append(n + 10)
print(numbers)
