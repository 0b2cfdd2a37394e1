"""A heap: the smallest first. A sorted list is one."""
try:
    from heapq import heapify, heappop, heappush
except ImportError:
    heapify = list.sort

    def heappop(heap):
        return heap.pop(0)

    def heappush(heap, item):
        low, high = 0, len(heap)
        while low < high:
            middle = (low + high) // 2
            if item < heap[middle]:
                high = middle
            else:
                low = middle + 1
        heap.insert(low, item)
