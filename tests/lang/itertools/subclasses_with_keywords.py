# A class derived from a native type may take keywords in an __init__ of its own.
from itertools import chain, count, cycle, islice, starmap

for base, args in ((chain, ("ab",)), (cycle, ("ab",)), (islice, ("abc", 2)), (starmap, (max, ["ab"])), (map, (str, [1])), (tuple, ([1, 2],))):
    class Plain(base):
        pass

    class Own(base):
        def __init__(self, *args, note=None):
            self.note = note

    own = Own(*args, note=5)
    print(own.note, next(iter(own)))
    try:
        Plain(*args, note=5)
    except TypeError as error:
        print(str(error).replace("Plain", base.__name__))


class Counting(count):
    def __init__(self, start, step):
        self.text = f"{start}, {step}"


c = Counting(step=2, start=1)
print(c, c.text)
