"""Exceptions in hot loops: raised and caught near and far, by class, with finally, else and chains."""


class Failure(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Soft(Failure):
    pass


class Hard(Failure):
    pass


def parse(text):
    try:
        return int(text)
    except ValueError:
        return -1


def dive(depth, error):
    if depth == 0:
        raise error
    return dive(depth - 1, error) + 1


def guarded(n, log):
    try:
        if n % 5 == 0:
            raise Hard(n)
        if n % 2 == 0:
            raise Soft(n)
    except Hard as error:
        log[0] += error.code
        return "hard"
    except (Soft, KeyError) as error:
        log[1] += error.code
        return "soft"
    else:
        log[2] += n
        return "none"
    finally:
        log[3] += 1


def translated(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise Soft(key) from error


def main(count):
    texts = ["12", "x", "7", "", "0x1", "99"]
    numbers = 0
    for i in range(count):
        numbers += parse(texts[i % 6])
    assert numbers == count // 6 * (12 + 7 + 99 - 3), numbers
    log = [0, 0, 0, 0]
    kinds = {"hard": 0, "soft": 0, "none": 0}
    for i in range(count):
        kinds[guarded(i, log)] += 1
    assert log[3] == count and sum(log[:3]) == count * (count - 1) // 2
    caught = 0
    for i in range(count // 20):
        try:
            dive(20, Soft(i))
        except Failure as error:
            caught += error.code
    table = {i: i for i in range(0, 100, 2)}
    missing = 0
    for i in range(count // 2):
        try:
            translated(table, i % 100)
        except Soft as error:
            missing += isinstance(error.__cause__, KeyError)
    items, indexed = [1, 2, 3], 0
    for i in range(count):
        try:
            indexed += items[i & 3]
        except IndexError:
            indexed -= 1
    attributes = 0
    for _ in range(count // 2):
        try:
            items.absent
        except AttributeError:
            attributes += 1
    assert missing == count // 4, missing
    return numbers, kinds["hard"], kinds["soft"], caught, missing, indexed, attributes


result = main(360000)
print(*result)
