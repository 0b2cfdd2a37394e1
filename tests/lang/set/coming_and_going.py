"""Keys that come and go keep CPython's places, and sets answer by them, whatever stood there before."""

state = 1


def number(limit):
    global state
    state = (state * 4093 + 1009) % 1048573
    return state % limit


for keys in (12, 70, 300):
    kept, model, wrong = set(), {}, 0
    for _ in range(4000):
        key = number(keys) - 5
        key = (key, key // 3) if number(9) == 0 else float(key) if number(7) == 0 else key
        wrong += (key in kept) != (key in model)
        if number(2):
            kept.add(key)
            model[key] = None
        else:
            kept.discard(key)
            model.pop(key, None)
        if number(200) == 0:
            wrong += kept != set(model) or len(kept.copy() | {1, 2.0}) != len({1, 2, *model})
            popped = kept.pop() if kept else None
            model.pop(popped, None)
    print(keys, wrong, len(kept), list(kept)[:12])

# A copy of a set of objects counts them; one of numbers has none to count.
first = {("a", i) for i in range(20)}
second = set(first)
first.clear()
first.add(0)
print(sorted(second)[:2], len(second | first), first)
second.intersection_update(first)
print(second, first.copy() == first)

# A key that is equal but not the same is found behind hints, too.
print(1.0 in {1, 33}, True in {33, 1}, (1, 2.0) in {(1, 2)}, 33.0 in {1, 33}, {1, 33} - {33.0})
