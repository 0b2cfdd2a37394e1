import string
from string import Template

t = Template("$who likes ${what}, $$5 $who")
print(t.substitute(who="tim", what="kung pao"), t.substitute({"who": 1}, what=2), t.safe_substitute(who="x"), t.template)
print(t.get_identifiers(), t.is_valid(), Template("$ bad").is_valid(), Template("a $ b ${").safe_substitute(), Template("$_a1-$B").substitute(_a1=1, B=2))
for text in ("$who $", "line\n$ x", "${bad name}", "$1", "ok $missing", "${", "$é"):
    try:
        print(Template(text).substitute(who=1))
    except Exception as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = "%"


print(Percent("%who $who %%").substitute(who="me"), repr(Template("x"))[:29])
print(string.capwords("  hello   wORLD  "), string.capwords("a-b-c", "-"), repr(string.capwords("")))
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.whitespace), len(string.printable))
print(string.punctuation, string.ascii_lowercase + string.ascii_uppercase == string.ascii_letters)
