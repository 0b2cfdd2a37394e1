"""Writes lib/phrases.txt: phrases that stand in many modules of lib/py. The modules are packed as though each stood behind them
(make_bundled.py), which takes a tenth off. The list may lag behind the modules: it is only less of a help then.

usage: make_phrases.py

What is long enough for a match (GRAM bytes) is worth the number of the other modules that have it, once. Phrases are pieces of
modules, chosen by what the grams in them are worth, highest first; the best stands last, where it is nearest.
"""
import heapq
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
GRAM = 6
PIECE, STEP = 48, 4  # bytes, and between the first bytes of one and the next
ALL = 8000  # bytes: phrases themselves stand in the program as they are, so more would save less


def grams(text):
    return {text[start:start + GRAM] for start in range(len(text) - GRAM + 1)}


def trim(piece, worth):
    """Without what is worth nothing at both ends."""
    while len(piece) > GRAM and not worth[piece[-GRAM:]]:
        piece = piece[:-1]
    while len(piece) > GRAM and not worth[piece[:GRAM]]:
        piece = piece[1:]
    return piece


def choose(texts):
    worth = Counter(gram for text in texts for gram in grams(text))
    worth.subtract(list(worth))

    def value(piece):
        return sum(worth[gram] for gram in grams(piece))

    pieces = {text[start:start + PIECE] for text in texts for start in range(0, len(text) - PIECE, STEP)}
    waiting = [(-value(piece), piece) for piece in pieces if piece.isascii()]
    heapq.heapify(waiting)
    chosen, length = [], 0
    while waiting and length < ALL:
        _, piece = heapq.heappop(waiting)
        now = -value(piece)
        if waiting and now > waiting[0][0]:
            heapq.heappush(waiting, (now, piece))  # some of it was taken with others
            continue
        chosen.append(trim(piece, worth))
        length += len(chosen[-1])
        for gram in grams(piece):
            worth[gram] = 0
    return b"".join(reversed(chosen))


if __name__ == "__main__":
    (FOLDER / "phrases.txt").write_bytes(choose([path.read_bytes() for path in sorted((FOLDER / "py").rglob("*.py"))]))
