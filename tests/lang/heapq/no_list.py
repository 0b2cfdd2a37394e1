import heapq

class Other: pass
for f, rest in (heapq.heapify, ()), (heapq.heappop, ()), (heapq.heappush, (1,)), (heapq.heapreplace, (1,)), (heapq.heappushpop, (1,)):
    for heap in None, (), Other(), 5:
        try: f(heap, *rest)
        except TypeError as e: print(e)
