class Card:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"#{self.rank}"


cards = [Card(i * 37 % 101) for i in range(101)]
cards.sort()
print(cards[:5], cards[-5:])
cards.sort(reverse=True)
print(cards[:5], cards[-5:])


class Stubborn(Card):
    def __lt__(self, other):
        if self.rank == 50 or other.rank == 50:
            raise ValueError("fifty")
        return super().__lt__(other)


stubborn = [Stubborn(i * 37 % 101) for i in range(101)]
try:
    stubborn.sort()
except ValueError as error:
    print(error, sorted(card.rank for card in stubborn) == list(range(101)))
