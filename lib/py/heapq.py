"""A list as a heap: heap[0] is the smallest item; and what can be done with heaps."""
from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """Iterate over the items of sorted iterables in sorted order, taking each only when it is needed.

    reverse: all are sorted from the largest to the smallest. Of equal items, those of the first iterable come first.
    """
    order, make, pop, replace = 1, heapify, heappop, heapreplace
    if reverse:
        order, make, pop, replace = -1, _heapify_max, _heappop_max, _heapreplace_max
    heap = []
    for i, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            item = step()
        except StopIteration:
            continue
        heap.append([item if key is None else key(item), i * order, item, step])
    make(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[2]
                entry[2] = item = entry[3]()
                entry[0] = item if key is None else key(item)
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        _, _, item, step = heap[0]
        yield item
        yield from step.__self__


def _select(n, iterable, key, keep, replace, best_first):
    """The n best items: a heap of those seen so far has the worst of them on top."""
    items = iter(iterable)
    direction = 1 if best_first else -1 # of equal items the earlier is better
    places = range(n) if best_first else range(0, -n, -1)
    heap = [(item if key is None else key(item), i, item) for i, item in zip(places, items)]
    if not heap:
        return heap
    keep(heap)
    worst = heap[0][0]
    if key is None:
        for i, item in enumerate(items, n):
            if item < worst if best_first else worst < item:
                replace(heap, (item, direction * i, item))
                worst = heap[0][0]
    else:
        for i, item in enumerate(items, n):
            value = key(item)
            if value < worst if best_first else worst < value:
                replace(heap, (value, direction * i, item))
                worst = heap[0][0]
    heap.sort(reverse=not best_first)
    return [item for _, _, item in heap]


def _fits(n, iterable):
    """All items are wanted."""
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return False
    return n >= size


def nsmallest(n, iterable, key=None):
    """The n smallest items, in order: sorted(iterable, key=key)[:n]."""
    if n == 1:
        missing = object()
        result = min(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    if _fits(n, iterable):
        return sorted(iterable, key=key)[:n]
    return _select(n, iterable, key, _heapify_max, _heapreplace_max, True)


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        missing = object()
        result = max(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    if _fits(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    return _select(n, iterable, key, heapify, heapreplace, False)
