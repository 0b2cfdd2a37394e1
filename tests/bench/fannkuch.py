"""Small lists reversed and rotated: all permutations (after the fannkuch problem)."""


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    flips_max = checksum = 0
    sign = 1
    r = n
    while True:
        first = permutation[0]
        if first != 0:
            work = permutation[:]
            flips = 1
            while True:
                at = work[first]
                if at == 0:
                    break
                work[first] = first
                if first > 2:
                    i, j = 1, first - 1
                    while i < j:
                        work[i], work[j] = work[j], work[i]
                        i += 1
                        j -= 1
                first = at
                flips += 1
            if flips > flips_max:
                flips_max = flips
            checksum += sign * flips
        if sign == 1:
            permutation[0], permutation[1] = permutation[1], permutation[0]
            sign = -1
        else:
            permutation[1], permutation[2] = permutation[2], permutation[1]
            sign = 1
            for i in range(2, n):
                if count[i] < i:
                    count[i] += 1
                    break
                count[i] = 0
                if i == n - 1:
                    return checksum, flips_max
                moved = permutation[0]
                for k in range(i + 1):
                    permutation[k] = permutation[k + 1]
                permutation[i + 1] = moved


for _ in range(3):
    checksum, flips = fannkuch(9)
    assert (checksum, flips) == (8629, 30), (checksum, flips)
print(checksum, flips)
