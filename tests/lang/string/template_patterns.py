# What a template takes for a name is the class's business.
from string import Template

print(Template.idpattern, Template.delimiter, Template.braceidpattern)


class Lower(Template):
    delimiter = "%"
    idpattern = "[a-z]+"
    flags = 0


class Dotted(Template):
    idpattern = r"[a-z]+(?:\.[a-z0-9]+)*"


class Numbers(Template):
    braceidpattern = r"\d+"


print(Lower("%abC %% %D %{ab}").safe_substitute(ab=1, abC=2))
print(Dotted("$a.b.c $a. ${x.y}").substitute({"a.b.c": 1, "a": 2, "x.y": 3}))
print(Numbers("${12} $a ${a}").safe_substitute({"12": "twelve", "a": "A"}), Numbers("${12}$b").get_identifiers())


class Cased(Template):
    flags = 0


print(Cased("$a $b_1").substitute(a=1, b_1=2), Cased("$a $A").safe_substitute(a=1, A=2), Cased("$A").is_valid())
