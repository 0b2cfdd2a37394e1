"""Keywords of str.format need not be text, though no field can name the others; other natives and functions refuse them."""
class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ZeroDivisionError("asked")


def attempt(function):
    try:
        print(function())
    except (TypeError, LookupError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


data = {1: "one", "a": 2, (3,): 4, None: 5}
attempt(lambda: "{a} {}".format("x", **data))
for text in ("{a}", "{1}", "{}", "{b}", "{None}", "none"):
    attempt(lambda: text.format(**data))
keys = {Key(): 1, "a": 2}
attempt(lambda: "{a}".format(**keys))
attempt(lambda: "{a}".format(**keys, **{Key(): 2}))
bound = "{a}!".format
attempt(lambda: bound(**data))
attempt(lambda: str.format("{a}", **data))
attempt(lambda: dict(**data))
attempt(lambda: max(1, **data))
attempt(lambda: (lambda **names: names)(**data))
