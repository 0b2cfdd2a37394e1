import sys

for attempt in range(2):
    try:
        import broken_helper
    except ZeroDivisionError as error:
        print("failed", error, "broken_helper" in sys.modules)
try:
    import wrong_syntax_helper
except SyntaxError as error:
    print(error.msg, error.lineno, error.filename.endswith("wrong_syntax_helper.py"))
import circular_a

print(circular_a.name, circular_a.circular_b.name)
import circular_a as alias, sys as system
print(alias is circular_a, system is sys)


def inside():
    from circular_b import name as local
    import circular_a.missing


try:
    inside()
except ModuleNotFoundError as error:
    print(error)
for bad in ("import 5", "from sys import", "from __future__ import nothing"):
    try:
        exec(bad)
    except SyntaxError as error:
        print(error.msg)
