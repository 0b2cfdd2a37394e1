# heapq: the functions on lists, merge, nlargest, nsmallest, and lists that change meanwhile.
import heapq

data = [(i * 7919) % 101 for i in range(60)]
heap = []
for x in data:
    heapq.heappush(heap, x)
print(heap[:6], [heapq.heappop(heap) for _ in range(5)], len(heap))
heap = data[:]
heapq.heapify(heap)
print(all(heap[i] <= heap[j] for i in range(60) for j in (2 * i + 1, 2 * i + 2) if j < 60), heap[:8])
print(heapq.heapreplace(heap, 50), heapq.heappushpop(heap, -1), heapq.heappushpop(heap, 3), heapq.heappushpop([], 9))
words = "the quick brown fox jumps over the lazy dog".split()
for n in (-1, 0, 1, 3, 20):
    assert heapq.nsmallest(n, words, key=len) == sorted(words, key=len)[:max(n, 0)]
    assert heapq.nlargest(n, iter(words), key=len) == sorted(words, key=len, reverse=True)[:max(n, 0)]
print(heapq.nsmallest(3, words), heapq.nlargest(3, iter(words)), heapq.nlargest(2, iter(words), key=len))
print(heapq.nsmallest(1, []), heapq.nlargest(1, words, len))
print(list(heapq.merge([1, 4, 7], [], [2, 4, 9], iter([0]))), list(heapq.merge("db", "ca", reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()), list(heapq.merge([3, 1], [2], key=lambda x: -x)))
heap = [(5, "e"), (1, "b"), (1, "a"), (2.5, "c")]
heapq.heapify(heap)
print([heapq.heappop(heap) for _ in range(4)])
heap = [3, 1, 2]
heapq._heapify_max(heap)
print(heapq._heapreplace_max(heap, 0), heapq._heappop_max(heap), heap)


class Shrinking:
    def __lt__(self, other):
        del victim[:]
        return True


class Failing:
    def __lt__(self, other):
        raise KeyError("compared")


for wrong in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heappop(1),
              lambda: heapq.heappush([1], "a"), lambda: heapq.heapify("ab"), lambda: heapq.heappush([1]), lambda: heapq.nsmallest(2, 3),
              lambda: heapq.heapify([Failing(), Failing()]), lambda: heapq.heappushpop([Failing()], 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
for operation in (heapq.heapify, heapq.heappop, lambda v: heapq.heappush(v, Shrinking()), lambda v: heapq.heapreplace(v, 1)):
    victim = [Shrinking() for _ in range(5)]
    try:
        operation(victim)
    except RuntimeError as error:
        print(error, len(victim))
for count in 1.5, "x", None:
    for select in heapq.nlargest, heapq.nsmallest:
        try: print(select(count, iter("ab")))
        except TypeError as error: print(error)
