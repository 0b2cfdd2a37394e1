class Celsius:
    def __init__(self):
        self._degrees = 0

    @property
    def degrees(self):
        """Degrees."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("gone")
        self._degrees = None

    @property
    def fixed(self):
        return 1


c = Celsius()
c.degrees = 20
c.degrees += 5
print(c.degrees, Celsius.degrees.__doc__, type(Celsius.degrees).__name__)
del c.degrees
print(c.degrees)
for bad in ("c.degrees = -300", "c.fixed = 2", "del c.fixed"):
    try:
        exec(bad)
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
c.__dict__["fixed"] = "hidden"
print(c.fixed)
