# A sum may take the place of an intermediate result that nothing else holds; what has a name never changes.
big, bigger, small = 10**40, 10**60 + 7, 3
named = big * 3
other = named
total = named + 1 + 2 + big + bigger + (big + bigger) + small
print(total, named is other, named == 3 * big)

held = [big * big]
sums = [held[0] + 1, 1 + held[0], held[0] + held[0], (big * big) + held[0], held[0] + (big * big)]
print(held, sums)

name = 2**128 - 1
same = name
before = id(name)
name += 1
print(name == 2**128, same == 2**128 - 1, id(name) != before, id(same) == before)

total = 0
for i in range(200):
    total = total + big * i + 1
    total += big * -i
    total += (1 << 64 * (i % 5)) * (1 << 64) + ((1 << 64) - 1)
print(total)


def carries(limbs):
    ones = (1 << 64 * limbs) - 1
    return [(ones * 1) + 1 == 1 << 64 * limbs, (ones - 1) + 1 == ones, -(ones * 1) + -1 == -(1 << 64 * limbs),
            (ones * 3) + (ones * 5) == ones * 8, (ones * 7) + ones + ones == 9 * ones, 1 + (ones * 1) == ones + 1,
            True + ones * 2 == 2 * ones + 1, ones * 2 + -1 == 2 * ones - 1, (ones + 1) * 2 + 0 == 2 << 64 * limbs]


print(all(all(carries(limbs)) for limbs in range(1, 40)))
print([x + y for x in (big * 2, -big * 2) for y in (big * 2, -big * 2, 5, -5)])
# sum() adds into its own total, never into an item or the start
import random
random.seed(3)
totals = set()
for trial in range(300):
    items = [random.getrandbits(random.choice([62, 64, 127, 128, 192, 1000])) * random.choice([1, 1, 1, -1]) for _ in range(trial % 9)]
    start = random.choice([0, 1 << 200, -(1 << 130), (1 << 192) - 1, True])
    before, begun, by_hand = [hex(item) for item in items], hex(start), start
    for item in items: by_hand = by_hand + item
    totals.add(sum(items, start) == by_hand == sum((item + 0 for item in items), start) and before == [hex(item) for item in items] and begun == hex(start))
print(totals, sum([(1 << 192) - 1, 1, 1]) == (1 << 192) + 1, sum([1 << 128, -(1 << 128), 5]))
