class Point:
    made = 0

    def __init__(self, x, y):
        self.x, self.y = x, y
        Point.made += 1

    @classmethod
    def from_text(cls, text):
        return cls(*map(int, text.split(",")))

    @staticmethod
    def distance(a, b):
        return abs(a.x - b.x) + abs(a.y - b.y)

    @classmethod
    def count(cls):
        return cls.__name__, cls.made


class Named(Point):
    pass


p, q = Point.from_text("1,2"), Named.from_text("4,6")
print(type(q).__name__, Point.distance(p, q), p.distance(q, p), Named.count(), q.count())
print(Point.from_text.__self__ is Point, Point.__dict__["distance"].__func__.__name__)
print(Point.distance, sep="") if False else print(type(Point.__dict__["from_text"]).__name__)
static = staticmethod(lambda: 5)
print(static())
