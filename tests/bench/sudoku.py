"""Sudoku by constraint propagation and search: candidates as sets of bits, copied lists, recursion with backtracking."""

PUZZLES = [
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
]


def make_units():
    units = []
    for i in range(9):
        units.append([i * 9 + j for j in range(9)])
        units.append([j * 9 + i for j in range(9)])
        row, column = i // 3 * 3, i % 3 * 3
        units.append([(row + j // 3) * 9 + column + j % 3 for j in range(9)])
    units_of = [[unit for unit in units if cell in unit] for cell in range(81)]
    peers = [sorted({other for unit in units_of[cell] for other in unit} - {cell}) for cell in range(81)]
    return units_of, peers


UNITS_OF, PEERS = make_units()
COUNT = [bin(bits).count("1") for bits in range(512)]


def assign(board, cell, bit):
    """Leaves one candidate in a cell. False when that contradicts the rest."""
    others = board[cell] & ~bit
    while others:
        lowest = others & -others
        if not eliminate(board, cell, lowest):
            return False
        others &= others - 1
    return True


def eliminate(board, cell, bit):
    candidates = board[cell]
    if not candidates & bit:
        return True
    candidates &= ~bit
    board[cell] = candidates
    if candidates == 0:
        return False
    if candidates & (candidates - 1) == 0:
        for peer in PEERS[cell]:
            if not eliminate(board, peer, candidates):
                return False
    for unit in UNITS_OF[cell]:
        place = -1
        for other in unit:
            if board[other] & bit:
                if place >= 0:
                    break
                place = other
        else:
            if place < 0 or not assign(board, place, bit):
                return False
    return True


def search(board, counter):
    counter[0] += 1
    fewest, best = 10, -1
    for cell in range(81):
        count = COUNT[board[cell]]
        if 1 < count < fewest:
            fewest, best = count, cell
            if count == 2:
                break
    if best < 0:
        return board
    candidates = board[best]
    while candidates:
        bit = candidates & -candidates
        candidates &= candidates - 1
        copy = board[:]
        if assign(copy, best, bit):
            solved = search(copy, counter)
            if solved is not None:
                return solved
    return None


def solve(text, counter):
    board = [511] * 81
    for cell, c in enumerate(text):
        if c != "." and not assign(board, cell, 1 << int(c) - 1):
            return None
    solved = search(board, counter)
    return "".join(str(bits.bit_length()) for bits in solved)


def is_solution(text, puzzle):
    if any(p not in (".", t) for p, t in zip(puzzle, text)):
        return False
    return all(sorted(text[i] for i in unit) == list("123456789") for cell in range(81) for unit in UNITS_OF[cell])


def main():
    """Every puzzle in many forms: the digits renamed, and in reverse."""
    counter = [0]
    for form in range(54):
        shift, step = form % 9, 1 if form % 2 else -1
        renamed = str.maketrans("123456789", "123456789"[shift:] + "123456789"[:shift])
        for puzzle in PUZZLES:
            text = puzzle.translate(renamed)[::step]
            solution = solve(text, counter)
            assert is_solution(solution, text), solution
    print(counter[0], solution)


main()
