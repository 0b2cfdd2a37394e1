# Lists of long ints are sorted by words where they are long, by insertion where they are short, without comparisons that
# a program could see; max and min walk along lists of ints in place.
from random import Random

random = Random(8)
wrong = 0
for count in 1, 2, 5, 8, 19, 20, 21, 30, 63, 64, 65, 127, 128, 129, 300:
    for bits in 10, 62, 64, 65, 100, 172, 173, 400, 3000:
        base = random.getrandbits(bits)
        for make in (lambda: random.getrandbits(bits), lambda: base + random.getrandbits(64),
                     lambda: (base << random.choice((0, 64, 200))) + random.randrange(3),
                     lambda: random.getrandbits(random.randrange(1, bits))):
            numbers = [make() * random.choice((1, 1, -1)) for _ in range(count)]
            numbers += numbers[:count // 3]
            pairs = [(number, place) for place, number in enumerate(numbers)]
            by_pairs = sorted(pairs)
            ordered = [number for number, _ in by_pairs]
            wrong += any(a > b for a, b in zip(by_pairs, by_pairs[1:])) or len(by_pairs) != len(numbers)
            wrong += sorted(numbers) != ordered or sorted(numbers, reverse=True) != ordered[::-1]
            wrong += sorted(pairs, key=lambda pair: pair[0]) != by_pairs
            wrong += [place for _, place in sorted(pairs, key=lambda pair: -pair[0])] != [
                place for _, place in sorted(pairs, key=lambda pair: pair[0], reverse=True)]
            wrong += not (min(numbers) == min(tuple(numbers)) == min(iter(numbers)) == ordered[0])
            wrong += not (max(numbers) == max(tuple(numbers)) == max(*numbers, numbers[0]) == ordered[-1])
print(wrong, "wrong")

big = 1 << 70
print(max([1, 2.5, big]), min([big, 3, -1.5]), max([True, 0]), min([1, True]), min([True, 1]), max((big, big + 0)) is big)
huge = 1 << 600_000
several = [huge + i for i in range(150, 0, -1)] + [-huge, big, 5]
print([x % 1000 for x in sorted(several)[:4]], sorted(several) == sorted(several, key=lambda x: x))
for values in ([big, "a"], [1, big, None], []):
    for choose in max, min, sorted:
        try:
            print(choose(values))
        except (TypeError, ValueError) as error:
            print(choose.__name__, error)
