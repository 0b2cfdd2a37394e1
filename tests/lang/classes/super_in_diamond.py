class Base:
    def __init__(self, **rest):
        print("Base", rest)


class Left(Base):
    def __init__(self, left=0, **rest):
        print("Left", left)
        super().__init__(**rest)


class Right(Base):
    def __init__(self, right=0, **rest):
        print("Right", right)
        super().__init__(**rest)


class Bottom(Left, Right):
    def __init__(self, **all):
        print("Bottom")
        super().__init__(**all)


Bottom(left=1, right=2)
print([c.__name__ for c in Bottom.__mro__])
print(super(Left, Bottom(left=3)).__init__.__qualname__)
try:
    class Broken(Base, Left):
        pass
except TypeError as error:
    print(error)
try:
    class Twice(Base, Base):
        pass
except TypeError as error:
    print(error)
