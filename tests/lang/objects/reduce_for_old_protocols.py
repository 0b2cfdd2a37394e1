# Protocols 0 and 1 make an instance by copyreg._reconstructor, later ones by copyreg.__newobj__.
import copyreg


class Plain:
    pass


class Slotted:
    __slots__ = ("a",)


class Numbers(list):
    pass


class Whole(int):
    def __getstate__(self):
        return 5


plain = Plain()
plain.x = 1
for value in (object(), Plain(), plain, Numbers([1]), Whole(3), Slotted(), [1], {}, (1,), 1, "a", len, int, range(3), slice(1), (x for x in ())):
    for protocol in (0, 1, 2, 4):
        try:
            answer = value.__reduce_ex__(protocol)
        except TypeError as error:
            answer = f"TypeError: {error}"
        if isinstance(answer, tuple):
            answer = answer[0].__name__, answer[1] if value is not plain else len(answer), *answer[2:3]
        print(type(value).__name__, protocol, answer)
print(object().__reduce__()[0] is copyreg._reconstructor, object().__reduce_ex__(2)[0] is copyreg.__newobj__)
for bad in (None, "a", 1.5):
    try:
        object().__reduce_ex__(bad)
    except TypeError as error:
        print(error)
