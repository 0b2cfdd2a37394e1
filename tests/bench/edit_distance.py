"""Dynamic programming over two texts: distance of edits, longest common subsequence, and the way back through the table."""


def text(count, seed):
    letters = []
    for _ in range(count):
        seed = (seed * 4093 + 1009) % 1048573
        letters.append("abcd"[seed // 64 % 4])
    return "".join(letters)


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        current = [i]
        for j in range(1, len(b) + 1):
            cost = previous[j - 1] if a[i - 1] == b[j - 1] else previous[j - 1] + 1
            if previous[j] + 1 < cost:
                cost = previous[j] + 1
            if current[j - 1] + 1 < cost:
                cost = current[j - 1] + 1
            current.append(cost)
        previous = current
    return previous[len(b)]


def common(a, b):
    """The longest common subsequence, by a table of lengths and a walk back."""
    rows, columns = len(a), len(b)
    lengths = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        row, below = lengths[i], lengths[i + 1]
        for j in range(columns):
            if a[i] == b[j]:
                below[j + 1] = row[j] + 1
            else:
                below[j + 1] = row[j + 1] if row[j + 1] > below[j] else below[j]
    letters = []
    i, j = rows, columns
    while i > 0 and j > 0:
        if a[i - 1] == b[j - 1]:
            letters.append(a[i - 1])
            i -= 1
            j -= 1
        elif lengths[i - 1][j] >= lengths[i][j - 1]:
            i -= 1
        else:
            j -= 1
    letters.reverse()
    return "".join(letters)


def is_subsequence(short, long):
    at = 0
    for letter in short:
        at = long.find(letter, at) + 1
        if at == 0:
            return False
    return True


def main():
    a, b = text(1600, 7), text(1600, 99)
    far = distance(a, b)
    shared = common(a, b)
    assert is_subsequence(shared, a) and is_subsequence(shared, b)
    assert distance(a, a) == 0
    print(far, len(shared), shared[:20])


main()
