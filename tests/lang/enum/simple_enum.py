import enum


@enum._simple_enum(enum.IntEnum)
class Level:
    """How loud."""
    LOW = 1
    HIGH = enum.auto()
    LOUD = 2

    def shout(self):
        return self.name + "!"


print(list(Level), Level.HIGH + 1, Level(2), Level.LOUD is Level.HIGH, Level.LOW.shout(), Level.__doc__)
print(Level.__module__, Level.__qualname__)
