from string import Formatter

f = Formatter()
print(f.format("{0} {1!r} {name:>5}|{0[1]}{a.real}", "xy", "q", a=3, name="n"))
print(list(f.parse("a{b!r:c{d}}e{{}}{}")), f.vformat("{0}{x}", (1,), {"x": 2}), f.format("{}{}", 1, 2), f.format("{:{}}", 1, 5))
print(f.get_field("0.real", (5,), {}), f.get_value("k", (), {"k": 1}), f.convert_field(3, "s"), f.format_field(3.14159, ".2f"))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "<%s>" % key) if isinstance(key, str) else super().get_value(key, args, kwargs)

    def check_unused_args(self, used_args, args, kwargs):
        print(sorted(map(str, used_args)), args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)


print(Default().format("{0} {a!u} {b}", 1, a="x"))
for text, args in (("{}{0}", (1,)), ("{0}{}", (1,)), ("{2}", (1,)), ("{x}", ()), ("{", ()), ("}", ()), ("{!x}", (1,)), ("{0.nope}", (1,)),
                   ("{0[a]}", ([1],)), ("{:{:{}}}", (1, 2, 3))):
    try:
        print(f.format(text, *args))
    except Exception as error:
        print(text, type(error).__name__, error)
try:
    f.format()
except TypeError as error:
    print(error)
