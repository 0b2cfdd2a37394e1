"""Nested lists: products of matrices, transposition, elimination, and sums over a grid's neighbours."""


def multiply(a, b):
    rows, inner, columns = len(a), len(b), len(b[0])
    result = []
    for i in range(rows):
        row, out = a[i], [0] * columns
        for j in range(columns):
            total = 0
            for k in range(inner):
                total += row[k] * b[k][j]
            out[j] = total
        result.append(out)
    return result


def transpose(a):
    return [[row[j] for row in a] for j in range(len(a[0]))]


def solve(a, b):
    """Gaussian elimination with pivots; a and b are overwritten."""
    n = len(a)
    for column in range(n):
        pivot = column
        for row in range(column + 1, n):
            if abs(a[row][column]) > abs(a[pivot][column]):
                pivot = row
        a[column], a[pivot] = a[pivot], a[column]
        b[column], b[pivot] = b[pivot], b[column]
        for row in range(column + 1, n):
            factor = a[row][column] / a[column][column]
            if factor:
                for k in range(column, n):
                    a[row][k] -= factor * a[column][k]
                b[row] -= factor * b[column]
    x = [0.0] * n
    for row in range(n - 1, -1, -1):
        total = b[row]
        for k in range(row + 1, n):
            total -= a[row][k] * x[k]
        x[row] = total / a[row][row]
    return x


def smooth(grid):
    height, width = len(grid), len(grid[0])
    result = [[0] * width for _ in range(height)]
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            around = grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1]
            result[y][x] = (grid[y][x] * 4 + around) // 8
    return result


def main():
    a = [[(i * 7 + j * 3) % 11 - 5 for j in range(110)] for i in range(110)]
    b = [[(i * 5 + j * 2) % 13 - 6 for j in range(110)] for i in range(110)]
    left = transpose(multiply(a, b))
    right = multiply(transpose(b), transpose(a))
    assert left == right
    system = [[1.0 / (1 + abs(i - j)) + (i == j) for j in range(100)] for i in range(100)]
    wanted = [i % 7 - 3.0 for i in range(100)]
    sides = [sum(system[i][j] * wanted[j] for j in range(100)) for i in range(100)]
    x = solve(system, sides)
    assert max(abs(x[i] - wanted[i]) for i in range(100)) < 1e-9
    grid = [[(x * y) % 256 for x in range(150)] for y in range(150)]
    for _ in range(12):
        grid = smooth(grid)
    return sum(map(sum, left)), sum(map(sum, grid))


for _ in range(4):
    result = main()
print(*result)
