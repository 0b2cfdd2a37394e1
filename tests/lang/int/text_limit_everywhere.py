# The limit of digits holds wherever an int becomes decimal text or the other way round, and nowhere else.
import json
import sys

big, most = 10**4300, 10**4299


def show(make):
    try:
        print(repr(make())[:60])
    except Exception as error:
        print(type(error).__name__, error)


class Own(int):
    pass


for make in (
    lambda: str(big), lambda: repr(-big), lambda: f"{big}", lambda: f"{big:d}", lambda: f"{big!r}", lambda: format(big, "n"), lambda: f"{big:,}", lambda: "%d" % big, lambda: "%s" % big,
    lambda: "{}".format(big), lambda: b"%d" % big, lambda: ascii(big), lambda: [big].__str__(), lambda: print(big), lambda: json.dumps([big]), lambda: json.loads("1" * 4301), lambda: int("1" * 4301),
    lambda: int(b"-" + b"1" * 4301), lambda: int("1_" * 4300 + "1"), lambda: int("1" * 4301, 7), lambda: eval("1" * 4301), lambda: str(Own(big)), lambda: Own("1" * 4301), lambda: int("1" * 4301 + "x"),
    lambda: len(str(most)), lambda: len(f"{-most:,}"), lambda: len(hex(big)), lambda: f"{big:x}"[:3], lambda: "%x" % big, lambda: int("1" * 5000, 16) % 97, lambda: int("0" * 4301), lambda: big == most * 10,
):
    show(make)

for limit in (0, 640, 639, 1, -1, 2**40, "x", 5.5, None, True):
    show(lambda: sys.set_int_max_str_digits(limit))
    print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(700)
show(lambda: str(10**700))
show(lambda: len(str(10**699)))
show(lambda: int("1" * 701))
sys.set_int_max_str_digits(0)
show(lambda: len(str(10**100000)))
