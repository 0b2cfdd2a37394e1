# native-bound
"""The game of life on an endless board: sets of coordinates and a dictionary keyed by them."""

GLIDER = [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
ACORN = [(0, 1), (1, 3), (2, 0), (2, 1), (2, 4), (2, 5), (2, 6)]


def step(alive):
    neighbours = {}
    for row, column in alive:
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                if r != row or c != column:
                    place = (r, c)
                    neighbours[place] = neighbours.get(place, 0) + 1
    return {place for place, count in neighbours.items() if count == 3 or count == 2 and place in alive}


def moved(pattern, down, right):
    return {(row + down, column + right) for row, column in pattern}


def main():
    alive = moved(GLIDER, 0, 0)
    for _ in range(2000):
        alive = step(alive)
    assert alive == moved(GLIDER, 500, 500), alive
    alive = moved(ACORN, 0, 0)
    counts = []
    for generation in range(1300):
        alive = step(alive)
        counts.append(len(alive))
    rows = [row for row, _ in alive]
    return counts[:5], counts[-1], max(counts), min(rows), max(rows)


result = main()
print(*result)
