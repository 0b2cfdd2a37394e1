"""Shortest ways through a street map: Dijkstra's algorithm with a binary heap of tuples, and a breadth-first search."""


def push(heap, item):
    heap.append(item)
    at = len(heap) - 1
    while at > 0:
        parent = (at - 1) >> 1
        if heap[parent] <= item:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def pop(heap):
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    at, count = 0, len(heap)
    while True:
        child = 2 * at + 1
        if child >= count:
            break
        if child + 1 < count and heap[child + 1] < heap[child]:
            child += 1
        if last <= heap[child]:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = last
    return least


def streets(size):
    """A grid whose ways cost what a generator says: {place: [(place, cost), ...]}."""
    seed, graph = 1, {}
    for row in range(size):
        for column in range(size):
            ways = []
            for r, c in ((row + 1, column), (row, column + 1), (row - 1, column), (row, column - 1)):
                if 0 <= r < size and 0 <= c < size:
                    seed = (seed * 4093 + 1009) % 1048573
                    ways.append(((r, c), seed % 9 + 1))
            graph[row, column] = ways
    return graph


def shortest(graph, start):
    distance, came_from, done = {start: 0}, {}, set()
    heap = [(0, start)]
    while heap:
        so_far, place = pop(heap)
        if place in done:
            continue
        done.add(place)
        for other, cost in graph[place]:
            total = so_far + cost
            if other not in distance or total < distance[other]:
                distance[other] = total
                came_from[other] = place
                push(heap, (total, other))
    return distance, came_from


def steps_from(graph, start):
    steps, frontier = {start: 0}, [start]
    while frontier:
        following = []
        for place in frontier:
            for other, _ in graph[place]:
                if other not in steps:
                    steps[other] = steps[place] + 1
                    following.append(other)
        frontier = following
    return steps


def main():
    size = 110
    graph = streets(size)
    for start in ((0, 0), (50, 50), (109, 0)):
        distance, came_from = shortest(graph, start)
        steps = steps_from(graph, start)
        assert len(distance) == len(steps) == size * size
        assert all(steps[r, c] == abs(r - start[0]) + abs(c - start[1]) for r, c in graph)
        place, cost = (size - 1, size - 1), 0
        while place != start:
            before = came_from[place]
            cost += dict(graph[before])[place]
            place = before
        assert cost == distance[size - 1, size - 1]
    print(cost, max(distance.values()), sum(steps.values()))


for _ in range(4):
    main()
