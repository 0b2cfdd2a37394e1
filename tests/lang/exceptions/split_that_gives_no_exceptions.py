# What a class's split() gives to except* must be exceptions. CPython 3.13 takes anything in a tuple for them, and
# crashes.
class Group(ExceptionGroup):
    def split(self, condition):
        return parts


for parts in ((5, None), (None, 5), (ValueError, None), ("a", ValueError(1)), (ValueError(1), 7)):
    try:
        try:
            raise Group("g", [ValueError(1), TypeError(2)])
        except* ValueError as error:
            print("handled", error)
    except TypeError as error:
        print(error)
parts = (ValueError("made"), None, "more")
try:
    raise Group("g", [ValueError(1), TypeError(2)])
except* ValueError as error:
    print("handled", repr(error))
